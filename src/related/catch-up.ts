import { setImmediate as breathe } from 'node:timers/promises'
import { comparable } from '../articles/comparing.ts'
import { fronts } from '../articles/feeds.ts'
import type { Database, Tx } from '../platform/database.ts'
import { countAnew, countedWhen, countsOf, isCountDue, nothingCounted } from './counts.ts'
import { knownNames } from './known.ts'
import { type Choice, choiceFor, keepChoices, recommending, sign } from './renew.ts'
import type { Counted } from './signature.ts'
import type { KnownNames } from './terms.ts'
import { done, nextStep, take, wait, waitingFor } from './waiting.ts'

/** Milliseconds of work before other tasks have their turn. */
const TURN_MS = 1500
/** Articles signed in one write: readers wait no longer than for these few. */
const SLICE = 8
/** Articles whose choices are written together. */
const RELATED_AT_ONCE = 50
/** Articles most like a new one, which choose anew because of it. */
const NEIGHBOURS = 24
/** Milliseconds for which the newsroom's names are taken to be what they were. */
const NAMES_MS = 10 * 60_000

type House = Pick<Database, 'db' | 'write' | 'kind'>

/**
 * Compares what waits to be compared, a few articles at a time, until nothing does or the turn is over. Killed at any
 * moment, it goes on where it was: what a slice takes from those that wait is taken in the write that does it.
 */
export function catchingUp(house: House, now: () => Date) {
  const { db, write, kind } = house
  const counted = new Map<string, { when: string; counted: Counted }>()
  let names: { known: KnownNames; until: number } | undefined

  const known = async () => {
    if (!names || names.until < now().getTime())
      names = { known: await knownNames(db), until: now().getTime() + NAMES_MS }
    return names.known
  }

  const countsFor = (language: string) => counted.get(language)?.counted ?? nothingCounted

  /** Brings the counts of every language up to date. */
  const prepare = async () => {
    let made = await countedWhen(db)
    for (const language of await fronts(db)) {
      if (await isCountDue(db, language, made.get(language), now())) {
        await countAnew(house, language, await known(), now(), breathe)
        made = await countedWhen(db)
      }
      const when = made.get(language)!.counted + made.get(language)!.articles
      if (counted.get(language)?.when !== when)
        counted.set(language, { when, counted: (await countsOf(db, language))! })
    }
  }

  /** New and changed articles, at once, each with what it concerns. */
  const renew = async (tx: Tx, namesNow: KnownNames) => {
    const ids = await take(tx, kind, 'fresh', SLICE)
    const concerned = new Set<string>()
    for (const id of ids) for (const one of await recommending(tx, id)) concerned.add(one)
    await sign(tx, ids, await comparable(tx, ids), countsFor, namesNow)
    for (const id of ids) {
      const choice = await choiceFor(tx, id)
      await keepChoices(tx, [choice])
      for (const one of choice.alike.slice(0, NEIGHBOURS)) concerned.add(one)
    }
    await wait(tx, [...concerned], 'relate', now())
  }

  const signSome = async (tx: Tx, namesNow: KnownNames) => {
    const ids = await take(tx, kind, 'sign', SLICE)
    const articles = await comparable(tx, ids)
    const concerned = new Set(articles.keys())
    for (const id of ids) for (const one of await recommending(tx, id)) concerned.add(one)
    await sign(tx, ids, articles, countsFor, namesNow)
    await wait(tx, [...concerned], 'settle', now())
  }

  /** Chooses outside the write, so that readers have their turn after each article. */
  const relateSome = async (step: 'relate' | 'settle') => {
    const begun = now()
    const choices: Choice[] = []
    for (const id of await waitingFor(db, step, RELATED_AT_ONCE)) {
      choices.push(await choiceFor(db, id))
      await breathe()
    }
    await write(async (tx) => {
      await keepChoices(tx, choices)
      await done(
        tx,
        step,
        choices.map(({ articleId }) => articleId),
        begun,
      )
    })
  }

  return async () => {
    const first = await nextStep(db, now())
    if (!first) return
    if (first === 'fresh' || first === 'sign') await prepare()
    const until = performance.now() + TURN_MS
    while (performance.now() < until) {
      const step = await nextStep(db, now())
      if (!step) return
      const namesNow = await known()
      if (step === 'fresh') await write((tx) => renew(tx, namesNow))
      else if (step === 'sign') await write((tx) => signSome(tx, namesNow))
      else await relateSome(step)
      await breathe()
    }
  }
}
