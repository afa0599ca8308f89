import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../test/postgres.ts'
import { installed, MEASURED } from './machine.ts'
import { type Running, start } from './processes.ts'

/** A path and the file that answers it, with its headers as name, value, name, value. */
export type Static = { path: string; file: string; headers: string[] }

/** Given by nginx itself, or by what it knows of the file. */
const own = ['content-length', 'date', 'connection', 'keep-alive', 'etag', 'content-type']

/** An nginx of our own with one worker; undefined where it is not installed. */
export async function nginx(folder: string, pages: Static[]): Promise<Running | undefined> {
  const binary = installed('nginx')
  if (!binary) return undefined
  mkdirSync(folder, { recursive: true })
  const port = await freePort()
  const config = join(folder, 'nginx.conf')
  writeFileSync(config, configuration(folder, port, pages))
  const began = performance.now()
  const { child, ended } = start(
    [binary, '-c', config, '-p', folder, '-e', join(folder, 'error.log'), '-g', 'daemon off;'],
    {},
    MEASURED,
  )
  const address = `http://127.0.0.1:${port}`
  while (!(await fetch(address + pages[0]!.path).catch(() => undefined))) {
    if (child.exitCode !== null) throw new Error('nginx did not start')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return {
    child,
    pid: child.pid!,
    address,
    startedMs: performance.now() - began,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

const configuration = (folder: string, port: number, pages: Static[]) => `
worker_processes 1;
${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${folder}/nginx.pid;
events { worker_connections 4096; }
http {
  access_log off;
  server_tokens off;
  keepalive_requests 1000000;
  open_file_cache max=100;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    ${pages
      .map(
        ({ path, file, headers }) => `location = ${path} {
      alias ${file};
      default_type "text/html; charset=utf-8";
      ${headers
        .flatMap((name, at) =>
          at % 2 === 0 && !own.includes(name.toLowerCase())
            ? [`add_header ${name} "${headers[at + 1]!.replaceAll('"', '\\"')}" always;`]
            : [],
        )
        .join('\n      ')}
    }`,
      )
      .join('\n    ')}
  }
}
`
