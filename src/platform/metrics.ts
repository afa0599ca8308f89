import { createServer } from 'node:http'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Pages } from './pages.ts'

/** What Prometheus reads. Nothing in it is about a person. */
export function createMetrics({
  pages,
  backlog,
  reads,
}: {
  pages: Pages
  reads: () => number
  backlog: () => Promise<{ waiting: number; failed: number }>
}) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const answers = new Histogram({
    name: 'dateline_answers_seconds',
    help: 'Time to answer a request, by status class and whether the page was kept',
    labelNames: ['status', 'kept'],
    buckets: [0.0005, 0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        try {
          this.set(await read())
        } catch {
          // The database is away: its figures are missing, the others are wanted now of all times.
          this.remove()
        }
      },
    })
  gauge('dateline_pages_kept', 'Pages in the cache', () => pages.size.pages)
  gauge('dateline_pages_bytes', 'Bytes the page cache takes', () => pages.size.bytes)
  gauge('dateline_pages_hits', 'Pages answered from the cache since start', () => pages.counts.hits)
  gauge('dateline_pages_renders', 'Pages rendered since start', () => pages.counts.renders)
  gauge(
    'dateline_pages_dropped',
    'Pages dropped because of a change since start',
    () => pages.counts.dropped,
  )
  gauge('dateline_reads_counted', 'Articles and other pages opened since start', reads)
  gauge('dateline_jobs_waiting', 'Jobs not yet done', async () => (await backlog()).waiting)
  gauge(
    'dateline_jobs_failed',
    'Jobs that gave up and wait for a person',
    async () => (await backlog()).failed,
  )

  const labels = new Map<string, { status: string; kept: string }>()
  return {
    answered(status: number, seconds: number, kept: boolean) {
      const key = `${Math.floor(status / 100)}xx ${kept}`
      let label = labels.get(key)
      if (!label) {
        label = { status: `${Math.floor(status / 100)}xx`, kept: String(kept) }
        labels.set(key, label)
      }
      answers.observe(label, seconds)
    },
    server: () =>
      createServer(async (request, response) => {
        if (request.url !== '/metrics') return void response.writeHead(404).end()
        try {
          const text = await registry.metrics()
          response.writeHead(200, { 'content-type': registry.contentType }).end(text)
        } catch {
          response.writeHead(503).end()
        }
      }),
  }
}
