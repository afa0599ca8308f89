import { createRoute, z } from '@hono/zod-openapi'
import { redirectsLike } from '../addresses/redirects.ts'
import { articleStatuses } from '../articles/article.ts'
import { allPages } from '../articles/pages.ts'
import { allCategories } from '../categories/categories.ts'
import { answers, body, createApi, done, Id, idParam } from '../platform/api.ts'
import { languageTag } from '../platform/language.ts'
import type { DeskEnv } from '../staff/door.ts'
import { changeCategory, openCategory, orderCategories } from './categories.ts'
import { beginPage } from './pages.ts'
import { dropRedirect, redirect } from './redirects.ts'
import { refuseOthers } from './settings.ts'
import { versionOf } from './version.ts'

/** What the paper is divided into beside its articles: pages, categories, old addresses. */

/** Redirects of one answer. */
const AT_ONCE = 50

const Page = z
  .object({
    id: Id,
    headline: z.string(),
    path: z.string(),
    language: z.string(),
    status: z.enum(articleStatuses),
    edited: z.string(),
  })
  .openapi('Page')

const RedirectShape = z
  .object({
    path: z.string(),
    kind: z.string(),
    thingId: Id,
    to: z.string().nullable(),
    since: z.string(),
  })
  .openapi('Redirect')

/** An address as somebody writes it. */
const Written = z.string().trim().min(1, 'Write an address.').max(3000)

const CategoryName = z.string().trim().min(1, 'Write a name.').max(100)

const CategoryFields = z.object({
  name: CategoryName,
  /** By BCP 47 tag. */
  names: z.record(
    z.string().refine((tag) => languageTag(tag) !== undefined, 'Write a language tag such as ar.'),
    CategoryName,
  ),
  description: z.string().max(1000),
  path: Written,
  parentId: Id.nullable(),
})

const CategoryShape = CategoryFields.extend({
  id: Id,
  version: z.string(),
}).openapi('CategoryAtDesk')

export const paperDesk = createApi<DeskEnv>()
  .openapi(
    createRoute({
      method: 'get',
      path: '/pages',
      responses: answers(z.array(Page), 'Pages that stand alone'),
    }),
    async (c) => {
      refuseOthers(c.var.session.colleague)
      return c.json(await allPages(c.var.db), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/pages',
      request: {
        body: body(z.object({ headline: z.string().trim().min(1, 'Write a title.').max(300) })),
      },
      responses: answers(z.object({ id: Id }), 'The page that was begun'),
    }),
    async (c) => {
      const fields = c.req.valid('json')
      const actor = c.var.session.colleague
      const id = await c.var.write((tx) => beginPage(tx, actor, fields, c.var.now()))
      return c.json({ id }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/redirects',
      request: {
        query: z.object({
          search: z.string().max(300).optional(),
          after: z.string().max(3000).optional(),
        }),
      },
      responses: answers(
        z.array(RedirectShape),
        'Addresses that lead on; more follow after the last one',
      ),
    }),
    async (c) => {
      refuseOthers(c.var.session.colleague)
      return c.json(await redirectsLike(c.var.db, c.req.valid('query'), AT_ONCE), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/redirects',
      request: { body: body(z.object({ from: Written, to: Written })) },
      responses: answers(z.object({ from: z.string(), to: z.string() }), 'What leads where now'),
    }),
    async (c) => {
      const fields = c.req.valid('json')
      const actor = c.var.session.colleague
      return c.json(await c.var.write((tx) => redirect(tx, actor, fields, c.var.now())), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/redirects',
      request: { query: z.object({ path: Written }) },
      responses: done,
    }),
    async (c) => {
      const { path } = c.req.valid('query')
      await c.var.write((tx) => dropRedirect(tx, c.var.session.colleague, path, c.var.now()))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/settings/categories',
      responses: answers(z.array(CategoryShape), 'Every category, in the order of the navigation'),
    }),
    async (c) => {
      refuseOthers(c.var.session.colleague)
      const all = await allCategories(c.var.db)
      return c.json(
        all.map((category) => {
          const { position: _, ...shown } = category
          return { ...shown, version: versionOf(category) }
        }),
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/settings/categories',
      request: { body: body(z.object({ name: CategoryName, parentId: Id.nullable() })) },
      responses: answers(z.object({ id: Id }), 'The new category'),
    }),
    async (c) => {
      const fields = c.req.valid('json')
      const actor = c.var.session.colleague
      const id = await c.var.write((tx) => openCategory(tx, actor, fields, c.var.now()))
      return c.json({ id }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/settings/categories/{id}',
      request: {
        params: idParam,
        body: body(z.object({ version: z.string().max(100), category: CategoryFields })),
      },
      responses: done,
    }),
    async (c) => {
      const { id } = c.req.valid('param')
      const { version, category } = c.req.valid('json')
      const actor = c.var.session.colleague
      await c.var.write((tx) => changeCategory(tx, actor, id, version, category, c.var.now()))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/settings/category-order',
      request: { body: body(z.object({ ids: z.array(Id).max(1000) })) },
      responses: done,
    }),
    async (c) => {
      const { ids } = c.req.valid('json')
      const actor = c.var.session.colleague
      await c.var.write((tx) => orderCategories(tx, actor, ids, c.var.now()))
      return c.body(null, 204)
    },
  )
