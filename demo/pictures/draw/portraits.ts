/** Busts in two or three flat tones. They are nobody. */

import * as kit from './kit.ts'

const { across, circle, fade, glow, path, scene, stroke } = kit

type Bust = {
  key: string
  back: [string, string]
  skin: [light: string, dark: string]
  hair: string
  coat: [string, string]
  style: 'bob' | 'long' | 'short' | 'bald' | 'bun' | 'scarf' | 'curls'
  beard?: boolean
  glasses?: boolean
  collar?: 'shirt' | 'roll' | 'open'
}

function bust(
  { key, back, skin, hair, coat, style, beard, glasses, collar = 'shirt' }: Bust,
  at: number,
) {
  const [light, dark] = skin
  const face =
    'M440,520 Q432,330 600,322 Q768,330 760,520 Q758,640 700,718 Q650,780 600,782 Q550,780 500,718 Q442,640 440,520Z'
  const shadow =
    'M600,322 Q768,330 760,520 Q758,640 700,718 Q650,780 600,782 Q668,700 640,610 Q612,560 640,480 Q640,380 600,322Z'
  const behind = {
    bob: path(
      'M396,560 Q370,270 600,258 Q830,270 804,560 Q812,700 780,760 L420,760 Q388,700 396,560Z',
      hair,
    ),
    long: path(
      'M400,560 Q366,262 600,252 Q834,262 800,560 Q830,820 860,1010 L340,1010 Q370,820 400,560Z',
      hair,
    ),
    bun:
      circle(600, 236, 82, hair) +
      path(
        'M414,560 Q390,276 600,270 Q810,276 786,560 Q780,640 760,660 L440,660 Q420,640 414,560Z',
        hair,
      ),
    scarf: path(
      'M384,600 Q350,240 600,232 Q850,240 816,600 Q830,820 900,960 L300,960 Q370,820 384,600Z',
      hair,
    ),
    curls: Array.from({ length: 15 }, (_, n) => {
      const angle = Math.PI * (0.86 + (n / 14) * 1.28)
      return circle(
        600 + Math.cos(angle) * 178,
        496 + Math.sin(angle) * 206,
        74 + (n % 3) * 10,
        hair,
      )
    }).join(''),
    short: '',
    bald: '',
  }[style]
  const front = {
    bob: path(
      'M436,560 Q420,330 600,314 Q780,330 764,560 Q756,440 690,398 Q560,470 470,440 Q446,480 436,560Z',
      hair,
    ),
    long: path(
      'M432,600 Q416,330 596,312 Q784,330 768,600 Q760,450 610,352 Q470,430 432,600Z',
      hair,
    ),
    bun: path(
      'M436,540 Q424,330 600,318 Q776,330 764,540 Q744,410 600,384 Q456,410 436,540Z',
      hair,
    ),
    scarf:
      path('M428,620 Q404,306 600,296 Q796,306 772,620 Q764,420 600,372 Q436,420 428,620Z', hair) +
      path(
        'M452,690 Q520,806 600,806 Q680,806 748,690 Q780,860 860,960 Q600,1040 340,960 Q420,860 452,690Z',
        hair,
      ),
    short: path(
      'M426,540 Q400,290 590,272 Q800,270 776,540 Q770,440 724,400 Q640,420 520,388 Q450,420 426,540Z',
      hair,
    ),
    curls: path(
      'M430,540 Q424,300 600,300 Q776,300 770,540 Q744,420 660,410 Q600,446 540,406 Q456,430 430,540Z',
      hair,
    ),
    bald: path(
      'M432,560 Q424,470 450,430 Q440,500 452,580Z M768,560 Q776,470 750,430 Q760,500 748,580Z',
      hair,
    ),
  }[style]
  const neck = path('M520,690 L520,850 Q600,930 680,850 L680,690Z', dark)
  const shoulders =
    path(
      'M120,1500 Q130,1060 330,960 Q470,900 520,838 Q600,940 680,838 Q730,900 870,960 Q1070,1060 1080,1500Z',
      `url(#coat)`,
    ) +
    path(
      'M600,1500 L640,900 Q690,870 680,838 Q730,900 870,960 Q1070,1060 1080,1500Z',
      coat[1],
      'opacity="0.6"',
    )
  const neckwear = {
    shirt:
      path(
        'M520,838 L470,930 L578,1030 L600,930 L622,1030 L730,930 L680,838 Q600,940 520,838Z',
        '#ece3cf',
      ) + path('M680,838 L730,930 L622,1030 L600,930 Q660,900 680,838Z', '#bfb59d'),
    roll:
      path('M500,812 Q600,900 700,812 L716,910 Q600,1000 484,910Z', coat[0]) +
      path('M640,868 Q690,840 700,812 L716,910 Q670,950 620,962Z', coat[1]),
    open:
      path('M520,838 L600,1120 L680,838 Q600,940 520,838Z', light) +
      path('M600,1120 L680,838 Q640,900 600,900Z', dark),
  }[collar]
  const chin = beard
    ? path(
        'M446,600 Q470,640 520,636 Q600,600 680,636 Q730,640 754,600 Q752,690 700,746 Q650,806 600,806 Q550,806 500,746 Q448,690 446,600Z',
        hair,
      ) + path('M556,668 Q600,654 644,668 Q600,690 556,668Z', dark)
    : ''
  const features =
    stroke(
      'M488,506 Q524,486 560,504 M640,504 Q676,486 712,506',
      style === 'scarf' ? '#3a2b26' : hair,
      10,
      'stroke-linecap="round" opacity="0.85"',
    ) +
    stroke(
      'M498,548 Q526,562 552,548 M648,548 Q676,562 702,548',
      '#2a211d',
      7,
      'stroke-linecap="round"',
    ) +
    stroke('M606,540 Q632,612 622,632 Q606,646 588,636', dark, 7, 'stroke-linecap="round"') +
    (beard ? '' : stroke('M556,698 Q600,714 644,696', '#8a4a3c', 8, 'stroke-linecap="round"'))
  const lenses = glasses
    ? stroke(
        'M478,546 a46,44 0 1 0 92,0 a46,44 0 1 0 -92,0 M630,546 a46,44 0 1 0 92,0 a46,44 0 1 0 -92,0 M570,540 Q600,524 630,540 M478,536 L440,524 M722,536 L760,524',
        '#1c2a30',
        7,
      )
    : ''
  const ears =
    style === 'short' || style === 'bald' || style === 'bun'
      ? `<ellipse cx="436" cy="560" rx="26" ry="46" fill="${light}"/><ellipse cx="764" cy="560" rx="26" ry="46" fill="${dark}"/>`
      : ''
  return scene(
    key,
    90 + at,
    fade('back', [0, back[0]], [1, back[1]]) +
      across('coat', [0, coat[0]], [1, coat[1]]) +
      glow('halo', '#fff2d6', 0.4),
    kit.rect(0, 0, 1200, 1500, 'url(#back)') +
      circle(460, 430, 620, 'url(#halo)') +
      behind +
      neck +
      shoulders +
      neckwear +
      ears +
      path(face, light) +
      path(shadow, dark, 'opacity="0.55"') +
      features +
      chin +
      front +
      lenses,
    { width: 1200, height: 1500, strength: 0.15 },
  )
}

const fair: [string, string] = ['#e6bf9f', '#b98566']
const olive: [string, string] = ['#d3a37c', '#9c6c4b']
const brown: [string, string] = ['#b98562', '#82573d']

export const portraits = (
  [
    {
      key: 'portrait-aldous',
      back: ['#5f8088', '#2b4a55'],
      skin: fair,
      hair: '#c9c3b8',
      coat: ['#243b46', '#14252d'],
      style: 'bob',
      glasses: true,
    },
    {
      key: 'portrait-khatib',
      back: ['#d8b48a', '#a9714d'],
      skin: olive,
      hair: '#2c2320',
      coat: ['#2f5d6b', '#1d3b47'],
      style: 'long',
      collar: 'open',
    },
    {
      key: 'portrait-reier',
      back: ['#a9b8a4', '#5f7560'],
      skin: fair,
      hair: '#6b4a33',
      coat: ['#5a4a3c', '#33291f'],
      style: 'short',
      beard: true,
    },
    {
      key: 'portrait-brandvold',
      back: ['#7f9fa6', '#41656f'],
      skin: fair,
      hair: '#d0a765',
      coat: ['#8f4a38', '#5d2d21'],
      style: 'bun',
      collar: 'roll',
    },
    {
      key: 'portrait-sorina',
      back: ['#c08f78', '#7a4a3a'],
      skin: fair,
      hair: '#7d3a24',
      coat: ['#33444c', '#1b282e'],
      style: 'curls',
      collar: 'roll',
    },
    {
      key: 'portrait-haddad',
      back: ['#8aa5a3', '#3e5f62'],
      skin: olive,
      hair: '#3a3330',
      coat: ['#6d6a58', '#423f33'],
      style: 'short',
      beard: true,
      glasses: true,
    },
    {
      key: 'portrait-petrak',
      back: ['#d9c39a', '#a5834f'],
      skin: fair,
      hair: '#8d8478',
      coat: ['#2b4a55', '#172c35'],
      style: 'bald',
      beard: true,
      collar: 'roll',
    },
    {
      key: 'portrait-aske',
      back: ['#6f8894', '#34505d'],
      skin: brown,
      hair: '#e0dbd0',
      coat: ['#4d3a47', '#2c2029'],
      style: 'bun',
      collar: 'open',
    },
    {
      key: 'portrait-orve',
      back: ['#b7a98c', '#6f6350'],
      skin: fair,
      hair: '#b3aca0',
      coat: ['#2d3b34', '#18221d'],
      style: 'bald',
      glasses: true,
    },
    {
      key: 'portrait-vasseur',
      back: ['#94ab9c', '#4c6b60'],
      skin: fair,
      hair: '#33251f',
      coat: ['#c98f4e', '#8a5c2c'],
      style: 'bob',
      collar: 'roll',
    },
  ] satisfies Bust[]
).map(bust)
