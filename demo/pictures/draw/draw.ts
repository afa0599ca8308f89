/** Draws every picture of the demo: `node demo/pictures/draw/draw.ts [key …]`. Needs the fonts Lato and DejaVu. */

import { render } from './kit.ts'
import { maps } from './maps.ts'
import { portraits } from './portraits.ts'
import { scenes } from './scenes.ts'

const wanted = process.argv.slice(2)
for (const drawing of [...maps, ...scenes, ...portraits])
  if (!wanted.length || wanted.includes(drawing.key))
    await render(drawing, new URL('../', import.meta.url))
