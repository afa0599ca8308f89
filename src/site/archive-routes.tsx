import { Hono } from 'hono'
import { feedOf } from '../articles/feed.ts'
import { dayBounds, days, monthBounds, months } from '../articles/feeds.ts'
import type { Env } from '../platform/http.ts'
import { before, html, isPastTheEnd, listHtml, page, sheet } from './door.ts'
import { listPage } from './lists.ts'
import { ArchivePage, DayPage, dayPath, MonthPage, monthPath } from './pages/archive.tsx'

export const archive = new Hono<Env>()

archive.get(
  '/archive',
  page(async (c, path, around) => {
    const { language, timezone } = around.newsroom
    const found = await months(c.var.db, timezone)
    return html(
      language,
      around,
      <ArchivePage {...sheet(c, around, path)} language={language} months={found} />,
    )
  }),
)

archive.get(
  '/archive/:year{\\d{4}}/:month{\\d{2}}',
  page(async (c, path, around) => {
    const [year, month] = [Number(c.req.param('year')), Number(c.req.param('month'))]
    if (month < 1 || month > 12) return undefined
    const { language, timezone } = around.newsroom
    const all = await months(c.var.db, timezone)
    const at = all.findIndex((one) => one.year === year && one.month === month)
    const [from, to] = monthBounds(year, month, timezone)
    const list = await listPage(c.var.db, feedOf.everything, monthPath({ year, month }), {
      from,
      to,
      ...before(c),
    })
    if ('redirect' in list) return list
    if (at < 0 || isPastTheEnd(c, list)) return undefined
    const [earlier, later] = [all[at + 1], all[at - 1]]
    return listHtml(
      language,
      around,
      <MonthPage
        {...sheet(c, around, path)}
        {...list}
        language={language}
        month={{ year, month }}
        days={before(c).before ? [] : await days(c.var.db, year, month, timezone)}
        {...(earlier ? { earlier } : {})}
        {...(later ? { later } : {})}
      />,
    )
  }),
)

archive.get(
  '/archive/:year{\\d{4}}/:month{\\d{2}}/:day{\\d{2}}',
  page(async (c, path, around) => {
    const [year, month, day] = ['year', 'month', 'day'].map((part) =>
      Number(c.req.param(part)),
    ) as [number, number, number]
    const { language, timezone } = around.newsroom
    // The 31st of a shorter month would roll over into the next.
    if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day || month > 12)
      return undefined
    const [from, to] = dayBounds(year, month, day, timezone)
    const list = await listPage(c.var.db, feedOf.everything, dayPath({ year, month, day }), {
      from,
      to,
      ...before(c),
    })
    if ('redirect' in list) return list
    if (list.cards.length === 0) return undefined
    return listHtml(
      language,
      around,
      <DayPage
        {...sheet(c, around, path)}
        {...list}
        language={language}
        day={{ year, month, day }}
      />,
    )
  }),
)
