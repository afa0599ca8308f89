import pg from 'pg'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { migrations } from '../migrations/index.ts'
import { openDatabase } from '../src/platform/database.ts'
import { postgres } from '../src/platform/postgres.ts'
import { findChromium } from './browser.ts'
import { onServer, startPostgres } from './postgres.ts'
import { findFeedparser, findNewsboat } from './readers.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a Postgres server, or undefined. It has a database `dateline_template`, migrated. */
    postgres: string | undefined
    chromium: string | undefined
    /** A Python with feedparser, and newsboat: programs that read feeds. */
    feedparser: string | undefined
    newsboat: string | undefined
  }
}

export const TEMPLATE = 'dateline_template'

export default async function setup(project: TestProject) {
  // The tests of processes run what operators run.
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  await build({ logLevel: 'error' })
  await build({ logLevel: 'error', configFile: 'vite.desk.config.ts' })
  process.env.NODE_ENV = NODE_ENV
  const server = await startPostgres()
  if (server) {
    const client = new pg.Client({ connectionString: server.address })
    await client.connect()
    await client.query(`drop database if exists ${TEMPLATE}`)
    await client.query(`create database ${TEMPLATE} template template0 encoding 'UTF8'`)
    await client.end()
    const database = openDatabase(postgres(onServer(server.address, TEMPLATE)))
    await database.migrate(migrations)
    await database.close()
  }
  const chromium = await findChromium()
  project.provide('postgres', server?.address)
  project.provide('chromium', chromium)
  const [feedparser, newsboat] = [await findFeedparser(), await findNewsboat()]
  project.provide('feedparser', feedparser)
  project.provide('newsboat', newsboat)
  const left = [
    ...(server
      ? []
      : ['EVERY TEST ON POSTGRES: no server binaries found and TEST_POSTGRES_URL is not set']),
    ...(chromium ? [] : ['THE BROWSER JOURNEYS: no Chromium found']),
    ...(feedparser ? [] : ['FEEDS IN PYTHON’S FEEDPARSER: no python3-feedparser found']),
    ...(newsboat ? [] : ['FEEDS IN NEWSBOAT: no newsboat found']),
  ]
  if (left.length > 0) {
    const message = `\n*** LEFT OUT: ${left.join('\n*** LEFT OUT: ')}\n\n`
    process.stderr.write(message)
    if (process.env.REQUIRE_EVERYTHING) throw new Error(message)
  }
  return async () => {
    await server?.stop()
    if (left.length > 0) process.stderr.write(`\n*** LEFT OUT: ${left.join('\n*** LEFT OUT: ')}\n`)
  }
}
