/** The illustrations. Each is built from the back to the front. */

import * as kit from './kit.ts'

const { across, chance, circle, deep, fade, glow, ink, ochre, olive, paper, path } = kit
const { rect, ridge, rose, rust, sand, scene, sea, stroke, teal, times } = kit

const sky = (id = 'sky') => rect(0, 0, 1600, 1067, `url(#${id})`)
const lamp = (x: number, y: number, r: number) =>
  circle(x, y, r * 5, 'url(#lamp)') + circle(x, y, r, '#fff3d6')

function damAtDusk() {
  const buttress = (at: number) => {
    const t = at / 12
    const x = 470 + t * 660
    const sag = Math.sin(Math.PI * t) * 46
    const foot = 560 + t * 480
    const depth = 640 + Math.sin(Math.PI * t) * 215
    return stroke(
      `M${x},${392 + sag} Q${(x + foot) / 2},${520} ${foot},${depth}`,
      ink,
      3,
      'opacity="0.22"',
    )
  }
  return scene(
    'dam-at-dusk',
    3,
    fade('sky', [0, '#2b4a5c'], [0.3, '#7c8f94'], [0.46, '#dcb08f'], [0.56, '#e9c79f']) +
      fade('wall', [0, '#e6d3b3'], [0.45, '#b9a68c'], [1, '#4d5f63']) +
      fade('water', [0, '#35515a'], [1, ink]) +
      glow('lamp', '#ffdf9e', 0.75) +
      glow('sun', '#f6d7a2', 0.9),
    sky() +
      circle(930, 470, 420, 'url(#sun)') +
      ridge(11, '#8b9a98', { y: 350, swing: 220, opacity: 0.75 }) +
      ridge(23, '#5d7a80', { y: 400, swing: 240, opacity: 0.85 }) +
      path('M470,392 Q800,438 1130,392 L1040,640 Q800,1070 560,640Z', 'url(#wall)') +
      path('M470,392 Q800,484 1130,392 L1130,374 Q800,464 470,374Z', '#f0e2c6') +
      times(13, buttress) +
      times(5, (at) =>
        stroke(
          `M${490 + at * 14},${455 + at * 62} Q800,${545 + at * 90} ${1110 - at * 14},${455 + at * 62}`,
          ink,
          2,
          'opacity="0.14"',
        ),
      ) +
      path(
        'M0,230 L180,190 L300,268 L402,300 L470,372 L505,520 L575,700 L640,850 L560,1067 L0,1067Z',
        deep,
      ) +
      path(
        'M0,330 L120,300 L250,392 L345,470 L420,640 L520,800 L560,1067 L0,1067Z',
        ink,
        'opacity="0.55"',
      ) +
      path(
        'M1600,180 L1430,210 L1290,262 L1195,330 L1130,372 L1098,520 L1025,700 L960,850 L1040,1067 L1600,1067Z',
        '#234250',
      ) +
      path(
        'M1600,300 L1440,340 L1330,430 L1240,560 L1150,760 L1070,1067 L1600,1067Z',
        ink,
        'opacity="0.5"',
      ) +
      path('M640,850 Q800,800 960,850 L1120,1067 L470,1067Z', 'url(#water)') +
      times(9, (at) =>
        stroke(
          `M${690 - at * 18},${880 + at * 20} q${60 + at * 12},-8 ${130 + at * 34},0`,
          '#d9b48d',
          2.5,
          `opacity="${0.5 - at * 0.045}"`,
        ),
      ) +
      rect(770, 660, 60, 150, '#f2ebdc', 'opacity="0.55" filter="url(#soft)"') +
      rect(745, 780, 110, 90, '#f2ebdc', 'opacity="0.4" filter="url(#soft)"') +
      times(13, (at) => lamp(478 + at * 53.6, 366 + Math.sin((Math.PI * at) / 12) * 44, 4.2)),
  )
}

function harbourCranes() {
  const crane = (
    x: number,
    s: number,
    colour: string,
    boom: number,
  ) => `<g transform="translate(${x},770) scale(${s})" fill="none" stroke="${colour}" stroke-width="13" stroke-linecap="square">
<path d="M-70,0 L-58,-330 L58,-330 L70,0 M-64,-150 L64,-150 M-58,-330 L64,-150 M58,-330 L-64,-150" stroke-width="10"/>
<path d="M-150,-340 L${boom},${boom > 250 ? -340 : -560}" stroke-width="20"/>
<path d="M-10,-340 L10,-500 L40,-340" stroke-width="10"/>
<path d="M10,-500 L-145,-345 M10,-500 L${boom * 0.82},${boom > 250 ? -344 : -520}" stroke-width="5"/>
<rect x="-150" y="-385" width="80" height="52" fill="${colour}" stroke="none"/>
<rect x="70" y="-330" width="40" height="36" fill="${colour}" stroke="none"/></g>`
  const next = chance(9)
  const colours = [rust, teal, ochre, deep, '#7d6a58', sea]
  return scene(
    'harbour-cranes',
    8,
    fade('sky', [0, '#b9cbc9'], [0.45, '#e7dcc3'], [0.72, '#eec79d']) +
      fade('water', [0, '#b58f74'], [0.25, '#63838a'], [1, deep]) +
      glow('sun', '#fff1cf', 0.95),
    sky() +
      circle(1130, 610, 330, 'url(#sun)') +
      circle(1130, 620, 54, '#fff3d8') +
      ridge(5, '#9fb0ad', { y: 720, swing: 60, opacity: 0.7 }) +
      times(4, (at) => crane(150 + at * 190, 0.62, '#8ba0a1', at % 2 ? 200 : 380)) +
      rect(0, 770, 1600, 300, 'url(#water)') +
      crane(1010, 1.02, '#4b6a73', 380) +
      crane(660, 1.2, '#34525d', 220) +
      crane(250, 1.38, deep, 400) +
      rect(0, 768, 1600, 14, ink) +
      path('M880,790 L1560,790 L1510,872 L930,872Z', ink) +
      path('M880,790 L1560,790 L1552,803 L888,803Z', rust) +
      times(3, (row) =>
        times(10 - row * 2, (at) =>
          rect(950 + row * 26 + at * 44, 756 - row * 34, 41, 31, colours[Math.floor(next() * 6)]!),
        ),
      ) +
      rect(1452, 660, 62, 130, paper) +
      rect(1452, 672, 62, 12, deep) +
      rect(1474, 622, 16, 40, rust) +
      times(26, (at) =>
        stroke(
          `M${next() * 1500},${800 + at * 10} h${60 + next() * 160}`,
          at % 3 ? '#f0cfa5' : ink,
          2,
          'opacity="0.3"',
        ),
      ) +
      stroke('M1130,790 v250', '#ffe7bd', 46, 'opacity="0.28" filter="url(#soft)"') +
      times(7, (at) =>
        stroke(
          `M${420 + at * 46 + (at % 2) * 20},${190 + ((at * 37) % 80)} q10,-12 20,0 q10,-12 20,0`,
          ink,
          3,
          'opacity="0.6"',
        ),
      ),
  )
}

function ballotBox() {
  return scene(
    'ballot-box',
    12,
    fade('sky', [0, '#2b4b59'], [1, '#16303c']) +
      across('face', [0, '#d9c8a8'], [1, '#b39f80']) +
      across('side', [0, '#8f7d66'], [1, '#62584c']) +
      glow('spot', '#e8d3a6', 0.55),
    sky() +
      circle(760, 380, 760, 'url(#spot)') +
      rect(0, 800, 1600, 270, '#5b3b30') +
      rect(0, 800, 1600, 10, '#7d5442') +
      times(6, (at) =>
        stroke(`M0,${840 + at * 40} q500,${at % 2 ? 14 : -10} 1600,4`, ink, 2, 'opacity="0.25"'),
      ) +
      '<ellipse cx="830" cy="880" rx="470" ry="44" fill="#0d181d" opacity="0.5" filter="url(#soft)"/>' +
      path('M480,430 L1010,430 L1010,880 L480,880Z', 'url(#face)') +
      path('M1010,430 L1170,372 L1170,806 L1010,880Z', 'url(#side)') +
      path('M480,430 L650,372 L1170,372 L1010,430Z', '#eadcbf') +
      path('M690,405 L960,405 L970,397 L702,397Z', ink) +
      path('M726,402 L778,150 L1002,188 L944,402Z', '#f6f0e1') +
      path('M778,150 L890,196 L1002,188Z', '#d9ceb6') +
      path('M726,402 L778,150 L830,170 L790,402Z', '#e6dcc6') +
      stroke('M850,250 l86,14 M842,290 l86,14 M834,330 l60,10', teal, 7, 'opacity="0.6"') +
      stroke('M920,330 l12,14 l26,-34', rust, 9, 'stroke-linecap="round" stroke-linejoin="round"') +
      rect(500, 450, 490, 410, 'none', `stroke="${ink}" stroke-width="3" opacity="0.18"`) +
      circle(745, 650, 92, 'none', `stroke="${teal}" stroke-width="9" opacity="0.75"`) +
      path(
        'M745,590 l17,42 45,3 -35,29 12,44 -39,-24 -39,24 12,-44 -35,-29 45,-3Z',
        teal,
        'opacity="0.75"',
      ) +
      rect(985, 590, 50, 62, ochre, 'rx="6"') +
      circle(1010, 612, 8, ink) +
      rect(1006, 612, 8, 22, ink) +
      stroke('M995,592 v-28 a15,16 0 0 1 30,0 v28', '#8d6a3a', 9),
  )
}

function printingPress() {
  const roller = (x: number, y: number, r: number, id: string) =>
    circle(x, y, r, `url(#${id})`) +
    circle(x, y, r, 'none', `stroke="${ink}" stroke-width="4" opacity="0.55"`) +
    circle(x, y, r * 0.16, ink) +
    times(6, (at) => {
      const angle = (at * Math.PI) / 3 + r
      return circle(
        x + Math.cos(angle) * r * 0.62,
        y + Math.sin(angle) * r * 0.62,
        r * 0.07,
        ink,
        'opacity="0.55"',
      )
    })
  const next = chance(31)
  const lines = (x: number, y: number, w: number, rows: number) =>
    times(rows, (row) =>
      rect(
        x,
        y + row * 13,
        w * (row % 5 === 4 ? 0.55 : 0.9 + next() * 0.1),
        5,
        ink,
        'opacity="0.55"',
      ),
    )
  return scene(
    'printing-press',
    21,
    fade('sky', [0, '#1b3540'], [1, '#0f2029']) +
      fade('steel', [0, '#a9b8b4'], [0.5, '#5c757a'], [1, '#2a444f']) +
      fade('brass', [0, '#e0b878'], [0.5, ochre], [1, '#6f4c2b']) +
      fade('web', [0, '#f6eedd'], [1, '#dacbb0']) +
      glow('spot', '#f0cf94', 0.4),
    sky() +
      circle(420, 160, 620, 'url(#spot)') +
      rect(90, 90, 1420, 800, '#16303b') +
      times(5, (at) => rect(90 + at * 340, 90, 60, 800, ink, 'opacity="0.35"')) +
      rect(60, 880, 1480, 60, ink) +
      roller(400, 330, 150, 'steel') +
      roller(690, 480, 120, 'brass') +
      roller(960, 330, 170, 'steel') +
      roller(1240, 500, 130, 'brass') +
      roller(690, 240, 84, 'steel') +
      roller(1240, 250, 92, 'steel') +
      path(
        'M-20,150 L400,176 A154,154 0 0 1 540,398 L526,390 A138,138 0 0 0 398,192 L-20,168Z',
        '#f3ead6',
      ) +
      path(
        'M540,396 Q600,590 690,602 Q790,606 810,490 L826,492 Q812,622 690,620 Q580,612 524,390Z',
        '#f3ead6',
      ) +
      path('M806,510 Q790,450 800,388 L818,392 Q808,450 826,500Z', '#f3ead6') +
      path(
        'M800,390 Q830,170 960,158 Q1110,160 1130,330 Q1140,470 1130,520 Q1150,640 1250,632 L1250,648 Q1130,660 1114,520 Q1124,470 1114,335 Q1096,176 960,174 Q846,184 816,392Z',
        '#f3ead6',
      ) +
      path('M1250,632 L1600,700 L1600,1067 L640,1067 L980,800 Q1130,700 1250,648Z', 'url(#web)') +
      `<g transform="translate(1010,800) skewX(-38)">${rect(60, 0, 330, 34, ink, 'opacity="0.75"')}${lines(60, 54, 100, 14)}${lines(176, 54, 100, 14)}${lines(292, 54, 100, 14)}${rect(430, 0, 190, 120, teal, 'opacity="0.55"')}${lines(430, 138, 190, 8)}</g>`,
  )
}

function radioMast() {
  const mast = times(11, (at) => {
    const y = 250 + at * 42
    const w = 9 + at * 3.2
    return stroke(
      `M${1000 - w},${y + 42} L${1000 + w - 2},${y} M${1000 + w},${y + 42} L${1000 - w + 2},${y}`,
      ink,
      3,
    )
  })
  const next = chance(4)
  return scene(
    'radio-mast',
    5,
    fade('sky', [0, '#132a38'], [0.4, '#365a6a'], [0.68, '#b99a8b'], [0.8, '#e5b993']) +
      glow('lamp', '#ff9a6b', 0.8) +
      glow('hut', '#ffd894', 0.8) +
      fade('snow', [0, '#dfe6e2'], [1, '#8ea7ad']),
    sky() +
      times(60, () =>
        circle(
          next() * 1600,
          next() * 420,
          0.8 + next() * 1.4,
          '#f6efe0',
          `opacity="${(0.3 + next() * 0.6).toFixed(2)}"`,
        ),
      ) +
      ridge(41, '#8295a0', { y: 690, swing: 260, roughness: 0.55 }) +
      ridge(57, '#536f7f', { y: 760, swing: 240, roughness: 0.55 }) +
      times(4, (at) =>
        stroke(
          `M${1000 + 60 + at * 60},${250 - 40 - at * 30} a${70 + at * 66},${70 + at * 66} 0 0 1 0,${80 + at * 60}`,
          '#f3d7b0',
          3,
          `opacity="${0.34 - at * 0.07}"`,
        ),
      ) +
      path(
        'M0,960 Q300,860 620,800 Q860,722 1000,712 Q1180,712 1330,800 Q1480,880 1600,900 L1600,1067 L0,1067Z',
        'url(#snow)',
      ) +
      path(
        'M1000,712 Q1180,712 1330,800 Q1480,880 1600,900 L1600,1067 L900,1067 Q1090,900 1000,712Z',
        '#5f7d8a',
        'opacity="0.55"',
      ) +
      stroke(
        'M1000,240 L700,796 M1000,240 L1290,782 M1000,420 L760,780 M1000,420 L1220,752',
        ink,
        1.6,
        'opacity="0.7"',
      ) +
      stroke('M991,250 L954,716 M1009,250 L1046,716', ink, 5) +
      mast +
      stroke('M1000,250 v-90', ink, 5) +
      circle(1000, 160, 60, 'url(#lamp)') +
      circle(1000, 160, 6, '#ffd9bf') +
      rect(800, 730, 120, 66, '#2b2622') +
      path('M786,736 L860,686 L934,736Z', '#e8ece6') +
      circle(838, 764, 110, 'url(#hut)') +
      rect(822, 750, 32, 28, '#ffe2a6') +
      rect(880, 752, 22, 44, ink) +
      stroke('M812,1067 Q780,960 850,880 Q890,830 862,796', '#6e8a95', 12, 'opacity="0.45"'),
  )
}

function hospitalCorridor() {
  const door = (at: number) => {
    const near = 1 - at * 0.22
    const x0 = 800 - 700 * near
    const x1 = 800 - 700 * (near - 0.1)
    const top = (x: number) => 420 - ((800 - x) / 800) * 330
    const foot = (x: number) => 600 + ((800 - x) / 800) * 440
    const quad = `M${x0},${top(x0) + 60 * near} L${x1},${top(x1) + 60 * near} L${x1},${foot(x1)} L${x0},${foot(x0)}Z`
    const pool = `M${x0},${foot(x0)} L${x1},${foot(x1)} L${x1 + 340 * near},${foot(x1) + 16} L${x0 + 420 * near},${foot(x0) + 30}Z`
    return path(quad, '#f8e9c4') + path(pool, '#fff0c8', 'opacity="0.42"')
  }
  return scene(
    'hospital-corridor',
    17,
    across('left', [0, '#6b8e8d'], [1, '#a7bdb6']) +
      across('right', [0, '#7d9a98'], [1, '#35565f']) +
      fade('floor', [0, '#8fa39b'], [1, '#2b4750']) +
      fade('ceiling', [0, '#31525c'], [1, '#9fb4ae']) +
      glow('end', '#fff6dd', 0.95),
    path('M0,90 L800,420 L800,600 L0,1040Z', 'url(#left)') +
      path('M1600,90 L800,420 L800,600 L1600,1040Z', 'url(#right)') +
      path('M0,0 L1600,0 L1600,90 L860,420 L740,420 L0,90Z', 'url(#ceiling)') +
      path('M0,1067 L1600,1067 L1600,1040 L860,600 L740,600 L0,1040Z', 'url(#floor)') +
      rect(740, 420, 120, 180, '#f4ead0') +
      path('M0,620 L740,520 L740,534 L0,700Z', '#2f5d6b', 'opacity="0.55"') +
      path('M1600,620 L860,520 L860,534 L1600,700Z', ink, 'opacity="0.35"') +
      times(3, door) +
      times(4, (at) =>
        path(
          `M${800 - 90 / (at + 0.55)},${90 + at * 96} L${800 + 90 / (at + 0.55)},${90 + at * 96} L${800 + 70 / (at + 0.75)},${126 + at * 90} L${800 - 70 / (at + 0.75)},${126 + at * 90}Z`,
          '#fdf6e3',
          'opacity="0.85"',
        ),
      ) +
      circle(800, 510, 300, 'url(#end)') +
      stroke('M800,420 V600', teal, 3, 'opacity="0.5"') +
      stroke(
        'M1210,930 L1210,742 L1424,790 L1424,1010 M1210,800 L1424,850',
        ink,
        10,
        'stroke-linejoin="round"',
      ) +
      path('M1200,760 L1424,808 L1440,850 L1214,796Z', '#e8e0cc') +
      path('M1200,726 L1262,738 L1266,790 L1204,776Z', '#f6f0e0') +
      circle(1212, 944, 15, ink) +
      circle(1424, 1022, 17, ink) +
      stroke('M1150,880 V560 q0,-16 16,-16 h30', '#e3ddc9', 6) +
      rect(1184, 552, 32, 52, '#dfe8e2', 'rx="9" opacity="0.9"'),
  )
}

function ghabPlain() {
  const next = chance(77)
  return scene(
    'ghab-plain',
    29,
    fade('sky', [0, '#8fb1b6'], [0.35, '#e4dcc4'], [0.5, '#f0d9b2']) +
      fade('plain', [0, '#b4ad77'], [0.3, '#8c9560'], [1, '#414f36']) +
      fade('river', [0, '#eadfc6'], [1, '#5c8188']) +
      glow('sun', '#fff2d2', 0.8),
    sky() +
      circle(420, 330, 380, 'url(#sun)') +
      ridge(61, '#a3b4b0', { y: 420, swing: 120, opacity: 0.9 }) +
      ridge(67, '#7f9a99', { y: 465, swing: 110 }) +
      rect(0, 505, 1600, 570, 'url(#plain)') +
      times(15, (at) => {
        const y = 520 + at * at * 2.6
        return path(
          `M0,${y} Q800,${y - 14} 1600,${y + 5} L1600,${y + 8 + at} Q800,${y - 6 + at} 0,${y + 6 + at}Z`,
          at % 3 === 0 ? '#c9ba7b' : at % 3 === 1 ? '#6f8250' : '#94a063',
          'opacity="0.55"',
        )
      }) +
      path(
        'M300,1067 Q200,900 420,800 Q640,700 470,630 Q360,580 520,540 Q600,520 560,508 L580,508 Q640,524 570,548 Q430,590 560,636 Q760,712 600,812 Q450,900 620,1067Z',
        'url(#river)',
      ) +
      path(
        'M720,640 Q860,600 930,460 Q950,412 1000,404 L1150,400 Q1210,410 1240,470 Q1330,600 1520,650 Q1140,690 720,640Z',
        '#77693f',
      ) +
      path(
        'M1080,402 L1150,400 Q1210,410 1240,470 Q1330,600 1520,650 Q1300,670 1180,662 Q1130,540 1080,402Z',
        olive,
        'opacity="0.75"',
      ) +
      path(
        'M968,412 L968,366 L984,366 L984,352 L1000,352 L1000,366 L1030,366 L1030,338 L1066,338 L1066,366 L1100,366 L1100,350 L1124,350 L1124,330 L1164,330 L1164,358 L1186,362 L1186,420 Q1080,396 968,412Z',
        '#d9bd8b',
      ) +
      path(
        'M1066,338 L1066,402 L1186,420 L1186,362 L1164,358 L1164,330 L1124,330 L1124,350 L1100,350 L1100,366 L1066,366Z',
        '#a98759',
        'opacity="0.8"',
      ) +
      times(46, () => {
        const y = 660 + next() * 380
        const s = (y - 560) / 300
        const x = next() * 1600
        return x > 230 && x < 760
          ? ''
          : `<ellipse cx="${x}" cy="${y}" rx="${20 * s}" ry="${15 * s}" fill="${next() > 0.5 ? olive : '#2f3f33'}"/>`
      }) +
      times(22, (at) =>
        rect(
          800 + at * 27 + next() * 12,
          600 - Math.sin((at / 22) * 3.14) * 54 + next() * 26,
          15,
          11,
          at % 2 ? '#e6d3ac' : '#c9ad80',
        ),
      ),
  )
}

function hillsAtNight() {
  const next = chance(14)
  return scene(
    'hills-at-night',
    33,
    fade('sky', [0, '#0c1920'], [0.6, '#24414e'], [1, '#7d6657']) + glow('fire', '#e39a5c', 0.7),
    sky() +
      times(90, () =>
        circle(
          next() * 1600,
          next() * 520,
          0.7 + next() * 1.5,
          '#f3e9d2',
          `opacity="${(0.2 + next() * 0.7).toFixed(2)}"`,
        ),
      ) +
      circle(1060, 640, 470, 'url(#fire)') +
      ridge(71, '#2c4551', { y: 600, swing: 190 }) +
      ridge(88, '#1d3440', { y: 690, swing: 210 }) +
      ridge(93, '#132630', { y: 800, swing: 170 }) +
      ridge(99, '#0b171d', { y: 930, swing: 110 }) +
      times(9, (at) =>
        circle(
          200 + at * 38 + next() * 24,
          776 + next() * 30,
          2.6,
          '#ffdf9e',
          `opacity="${at % 3 ? 0.9 : 0.4}"`,
        ),
      ),
  )
}

function roadNorth() {
  return scene(
    'road-north',
    37,
    fade('sky', [0, '#7fa3ab'], [0.4, '#dcdcc8'], [0.55, '#eed7b0']) +
      fade('field', [0, '#c7ad6f'], [1, '#6b5a39']) +
      fade('road', [0, '#8d8c80'], [1, '#2e3a3e']) +
      glow('sun', '#fff2d2', 0.7),
    sky() +
      circle(1180, 480, 360, 'url(#sun)') +
      ridge(101, '#a5b7b4', { y: 500, swing: 90 }) +
      ridge(107, '#7f9a9c', { y: 545, swing: 70 }) +
      rect(0, 580, 1600, 490, 'url(#field)') +
      times(14, (at) =>
        path(
          `M760,580 L${-900 + at * 130},1067 L${-850 + at * 130},1067Z`,
          at % 2 ? '#8f9150' : '#e0c789',
          'opacity="0.35"',
        ),
      ) +
      times(14, (at) =>
        path(
          `M790,580 L${1000 + at * 140},1067 L${1060 + at * 140},1067Z`,
          at % 2 ? '#8f9150' : '#4d4a30',
          'opacity="0.32"',
        ),
      ) +
      path('M768,580 L782,580 L1130,1067 L420,1067Z', 'url(#road)') +
      times(6, (at) => {
        const y = 600 + at * at * 15
        const w = 1 + at * 2.2
        return path(
          `M${775 - w / 2},${y} h${w} l${w * 0.2},${8 + at * 13} h${-w * 1.4}Z`,
          '#efe3c6',
        )
      }) +
      times(6, (at) => {
        const s = 0.18 + at * at * 0.055
        const x = 800 + 430 * s * 1.18
        const y = 580 + 330 * s
        return (
          rect(x, y - 420 * s, 13 * s, 420 * s, ink) +
          rect(x - 50 * s, y - 390 * s, 113 * s, 9 * s, ink)
        )
      }) +
      times(2, (side) =>
        stroke(
          `M${Array.from({ length: 8 }, (_, at) => {
            const s = 0.18 + at * at * 0.055
            return `${(800 + 507 * s + (side ? 60 : -46) * s).toFixed(0)},${(580 - 66 * s).toFixed(0)}`
          }).join(' L')}`,
          ink,
          1.8,
          'opacity="0.6"',
        ),
      ),
  )
}

function ledger() {
  const next = chance(55)
  const row = (x: number, side: number) => (at: number) => {
    const y = 360 + at * 40
    const slope = side * 10
    return (
      stroke(`M${x},${y} l520,${slope}`, teal, 1.6, 'opacity="0.5"') +
      (next() > 0.16
        ? times(1 + Math.floor(next() * 4), (t) => {
            const left = x + 30 + t * 92
            return (
              times(4, (n) =>
                stroke(`M${left + n * 13},${y - 26} l-3,22`, ink, 3, 'opacity="0.75"'),
              ) +
              stroke(
                `M${left - 8},${y - 10} l58,-10`,
                t % 3 === 2 ? rust : ink,
                3,
                'opacity="0.75"',
              )
            )
          })
        : '')
    )
  }
  return scene(
    'ledger',
    41,
    fade('sky', [0, '#3a2a24'], [1, '#1c1513']) +
      across('left', [0, '#e6d9bd'], [0.85, '#f3e9d2'], [1, '#b5a687']) +
      across('right', [0, '#a99a7c'], [0.14, '#f1e6cd'], [1, '#dccbaa']) +
      glow('lamp', '#ffdca0', 0.8),
    sky() +
      times(7, (at) =>
        stroke(
          `M0,${90 + at * 160} q700,${at % 2 ? 22 : -18} 1600,6`,
          '#5a4136',
          3,
          'opacity="0.6"',
        ),
      ) +
      '<ellipse cx="800" cy="640" rx="760" ry="420" fill="#0c0908" opacity="0.5" filter="url(#soft)"/>' +
      path('M150,260 Q470,210 800,280 L800,960 Q470,890 130,930Z', 'url(#left)') +
      path('M1450,260 Q1130,210 800,280 L800,960 Q1130,890 1470,930Z', 'url(#right)') +
      `<g transform="rotate(1.5 470 600)">${times(13, row(210, 1))}</g>` +
      `<g transform="rotate(-1.5 1130 600)">${times(13, row(880, -1))}</g>` +
      stroke('M560,280 L556,912 M1230,280 L1240,904', rust, 2.5, 'opacity="0.55"') +
      circle(1240, 200, 860, 'url(#lamp)', 'opacity="0.5"') +
      `<g transform="translate(1090,770) rotate(-32)">${rect(0, -11, 360, 22, deep, 'rx="10"')}${rect(250, -11, 16, 22, ochre)}${path('M0,-11 L-62,0 L0,11Z', sand)}${path('M-44,-3 L-66,0 L-44,3Z', ink)}</g>`,
  )
}

function emptyChair() {
  return scene(
    'empty-chair',
    47,
    fade('sky', [0, '#46656b'], [1, '#2b474f']) +
      fade('glass', [0, '#c9d8d2'], [0.6, '#f1dfbd'], [1, '#e9b98c']) +
      fade('floor', [0, '#6d4c3c'], [1, '#38261f']),
    sky() +
      rect(900, 110, 440, 560, '#233c44') +
      rect(920, 130, 400, 520, 'url(#glass)') +
      `<svg x="920" y="130" width="400" height="520" viewBox="0 0 1600 1067" preserveAspectRatio="none">${ridge(19, '#7d9a9c', { y: 800, swing: 200 })}${ridge(25, '#4f7077', { y: 900, swing: 160 })}</svg>` +
      rect(1112, 130, 16, 520, '#233c44') +
      rect(920, 370, 400, 14, '#233c44') +
      rect(880, 664, 480, 26, '#dcc9a6') +
      rect(0, 800, 1600, 267, 'url(#floor)') +
      rect(0, 786, 1600, 16, '#20353c') +
      path(
        'M920,820 L1100,820 L830,1067 L520,1067Z M1130,820 L1320,820 L1180,1067 L890,1067Z',
        '#f2cf9b',
        'opacity="0.38"',
      ) +
      path(
        'M540,940 L900,900 L560,1067 L150,1067Z',
        '#130d0b',
        'opacity="0.4" filter="url(#soft)"',
      ) +
      `<g fill="#17120f"><path d="M520,300 Q680,270 838,300 L842,336 Q680,306 524,336Z"/><path d="M520,300 L548,300 L566,660 L546,960 L522,960 L536,660Z"/><path d="M838,300 L812,300 L796,660 L812,960 L838,960 L824,660Z"/><path d="M590,330 L604,330 L610,640 L598,640Z M672,324 L688,324 L688,640 L672,640Z M756,330 L770,330 L762,640 L750,640Z"/><path d="M512,640 L852,640 L896,704 L480,704Z"/><path d="M482,704 L508,704 L500,1020 L476,1020Z M868,704 L894,704 L900,1020 L876,1020Z"/><path d="M496,850 L884,850 L884,862 L496,862Z"/></g>` +
      path('M520,644 L846,644 L876,690 L500,690Z', '#8f4a38') +
      stroke('M838,302 L824,640 M852,642 L894,702', rose, 4, 'opacity="0.7"'),
  )
}

function assembly() {
  const column = (at: number) => {
    const x = 452 + at * 100
    return (
      rect(x, 520, 44, 250, 'url(#stone)') +
      rect(x - 8, 508, 60, 16, '#ecdcbc') +
      rect(x - 8, 766, 60, 16, '#8b8069')
    )
  }
  return scene(
    'assembly',
    53,
    fade('sky', [0, '#27475a'], [0.4, '#82929a'], [0.7, '#e3b694'], [0.85, '#efcfa3']) +
      across('stone', [0, '#f0e0bf'], [0.6, '#cdb68f'], [1, '#8a7a62']) +
      across('dome', [0, '#6d9a97'], [0.5, '#3f6d70'], [1, '#23464e']) +
      fade('step', [0, '#bfae90'], [1, '#4a5558']) +
      glow('lamp', '#ffe0a3', 0.7),
    sky() +
      ridge(131, '#93a0a1', { y: 720, swing: 70, opacity: 0.6 }) +
      path('M610,330 Q620,170 800,150 Q980,170 990,330Z', 'url(#dome)') +
      times(5, (at) =>
        stroke(`M${660 + at * 70},330 Q${700 + at * 50},210 800,152`, ink, 2, 'opacity="0.3"'),
      ) +
      rect(786, 96, 28, 60, '#c9b084') +
      stroke('M800,100 v-66', ink, 5) +
      path('M803,36 q40,-14 78,4 q-30,10 -20,30 q-30,-8 -58,4Z', rust) +
      rect(600, 330, 400, 44, '#d8c6a2') +
      path('M400,470 L800,352 L1200,470Z', '#e6d5b3') +
      path('M470,460 L800,372 L1130,460Z', '#b9a482') +
      rect(390, 468, 820, 44, '#e9dab9') +
      rect(390, 512, 820, 260, '#3c4a4c') +
      times(7, (at) => rect(510 + at * 100 - 10, 600, 36, 176, at === 3 ? '#ffe2a6' : '#22343a')) +
      times(8, column) +
      rect(120, 540, 276, 240, '#a8977b') +
      rect(1204, 540, 276, 240, '#7e7664') +
      times(
        5,
        (at) =>
          rect(146 + at * 50, 590, 26, 70, at % 3 === 1 ? '#ffd894' : '#394d50') +
          rect(1228 + at * 50, 590, 26, 70, at === 2 ? '#ffd894' : '#2e4247'),
      ) +
      times(
        5,
        (at) =>
          rect(146 + at * 50, 690, 26, 60, '#33474b') +
          rect(1228 + at * 50, 690, 26, 60, '#2a3c41'),
      ) +
      times(6, (at) =>
        rect(380 - at * 60, 780 + at * 26, 840 + at * 120, 27, at % 2 ? '#9c8f78' : '#b9aa8d'),
      ) +
      rect(0, 936, 1600, 140, '#24383e') +
      path('M760,936 L840,936 L1010,1067 L590,1067Z', '#e3c193', 'opacity="0.35"') +
      times(
        2,
        (at) =>
          stroke(`M${300 + at * 1000},940 v-190`, ink, 8) +
          circle(300 + at * 1000, 740, 90, 'url(#lamp)') +
          circle(300 + at * 1000, 740, 15, '#fff1cf'),
      ) +
      times(
        5,
        (at) =>
          `<g transform="translate(${680 + at * 74 + (at % 2) * 30},${925 + ((at * 31) % 50)})" fill="${ink}"><path d="M-10,0 L-8,-38 Q0,-50 8,-38 L10,0Z"/><circle cx="0" cy="-54" r="8"/></g>`,
      ),
  )
}

function gauge() {
  const mark = (at: number) =>
    rect(960, 110 + at * 58, at % 5 === 0 ? 92 : 54, 24, at % 5 === 0 ? rust : ink) +
    (at % 5 === 0 ? rect(960, 110 + at * 58, 10, 82, ink) : '')
  const next = chance(61)
  return scene(
    'gauge',
    59,
    fade('sky', [0, '#c5d1c8'], [0.4, '#9fb8b6'], [1, '#7b9a9b']) +
      fade('water', [0, '#5a8086'], [0.4, '#2f555f'], [1, '#12262e']) +
      across('staff', [0, '#fbf5e6'], [1, '#d5c8ab']) +
      across('stone', [0, '#7d7565'], [1, '#40403b']),
    sky() +
      ridge(141, '#8aa19c', { y: 380, swing: 120, opacity: 0.7 }) +
      ridge(147, '#617f7c', { y: 450, swing: 90, opacity: 0.85 }) +
      rect(0, 520, 1600, 550, 'url(#water)') +
      path('M1130,0 L1600,0 L1600,1067 L1200,1067Z', 'url(#stone)') +
      `<clipPath id="bank"><path d="M1130,0 L1600,0 L1600,1067 L1200,1067Z"/></clipPath><g clip-path="url(#bank)">${times(9, (row) => times(4, (at) => rect(1150 + at * 140 - (row % 2) * 60 + row * 8, row * 120 + 8, 128, 106, row % 3 === at % 3 ? '#8d8470' : '#6a6557', 'opacity="0.5"')))}</g>` +
      rect(940, 60, 130, 800, 'url(#staff)') +
      times(13, mark) +
      times(44, () => {
        const y = 560 + next() * 480
        const w = 60 + (y - 520) * 0.5 * next()
        return stroke(
          `M${next() * 1150},${y} q${w / 2},${-7 - next() * 6} ${w},0`,
          next() > 0.4 ? '#cfdcd3' : '#0f2028',
          2.4,
          'opacity="0.4"',
        )
      }) +
      path(
        'M900,770 Q1000,742 1090,764 Q1200,790 1240,772 L1260,1067 L780,1067 Q820,860 900,770Z',
        '#1d3e49',
        'opacity="0.86"',
      ) +
      stroke('M880,775 Q1000,740 1092,764 Q1180,790 1244,770', '#eaf0e4', 5, 'opacity="0.85"') +
      stroke(
        'M860,800 Q980,772 1110,792 M840,840 Q990,810 1150,836',
        '#cfdcd3',
        3,
        'opacity="0.5"',
      ) +
      rect(940, 780, 130, 130, '#f3ead5', 'opacity="0.16"'),
  )
}

function roofLine() {
  const next = chance(83)
  const dish = (x: number, y: number, s: number, turn: number) =>
    `<g transform="translate(${x},${y}) scale(${s})"><path d="M0,0 V44 M-16,44 H16" stroke="${ink}" stroke-width="7"/><g transform="rotate(${turn})"><ellipse rx="44" ry="20" fill="#c9c3b0"/><ellipse rx="44" ry="20" cy="5" fill="#6c7470"/><path d="M0,0 L8,-48" stroke="${ink}" stroke-width="4"/><circle cx="8" cy="-50" r="6" fill="${ink}"/></g></g>`
  const tank = (x: number, y: number) =>
    stroke(`M${x},${y} l-8,60 M${x + 60},${y} l8,60 M${x},${y + 20} l62,30`, ink, 5) +
    rect(x - 8, y - 62, 76, 64, rust, 'rx="8"') +
    rect(x - 8, y - 62, 26, 64, rose, 'rx="8" opacity="0.35"')
  const block = (x: number, y: number, w: number, colour: string) =>
    rect(x, y, w, 800, colour) +
    rect(x - 6, y - 10, w + 12, 14, colour) +
    times(Math.floor(w / 74), (at) =>
      times(4, (row) =>
        rect(
          x + 22 + at * 74,
          y + 46 + row * 104,
          34,
          52,
          next() > 0.78 ? '#ffd994' : ink,
          `opacity="${next() > 0.5 ? 0.75 : 0.55}"`,
        ),
      ),
    )
  return scene(
    'roof-line',
    61,
    fade('sky', [0, '#3a6070'], [0.4, '#b5b5a8'], [0.66, '#efc294'], [0.8, '#dd8f68']) +
      glow('sun', '#fff0cf', 0.9),
    sky() +
      circle(420, 700, 420, 'url(#sun)') +
      ridge(151, '#a88f86', { y: 690, swing: 90, opacity: 0.7 }) +
      times(16, (at) =>
        rect(at * 104, 660 + ((at * 53) % 70), 108, 420, at % 2 ? '#8a7f7c' : '#7a7474'),
      ) +
      path(
        'M1160,700 L1160,330 L1152,330 L1152,312 L1168,312 L1168,270 Q1192,216 1216,270 L1216,312 L1232,312 L1232,330 L1224,330 L1224,700Z',
        '#5b5a5f',
      ) +
      rect(1144, 440, 96, 16, '#5b5a5f') +
      stroke('M1192,240 v-40', '#5b5a5f', 5) +
      block(-20, 690, 300, '#4d5358') +
      block(300, 740, 240, '#3d474e') +
      block(560, 660, 330, '#465056') +
      block(910, 760, 260, '#38434a') +
      block(1190, 690, 420, '#2f3b43') +
      tank(60, 622) +
      tank(790, 592) +
      tank(1480, 622) +
      dish(220, 640, 1, -30) +
      dish(400, 690, 1.1, -28) +
      dish(480, 696, 0.8, -34) +
      dish(640, 606, 1.2, -30) +
      dish(960, 716, 0.8, -26) +
      dish(1060, 706, 1.1, -32) +
      dish(1300, 638, 1.25, -30) +
      dish(1400, 646, 0.9, -27) +
      stroke(
        'M0,560 Q260,650 560,600 T1192,500 M560,604 Q900,690 1600,560',
        ink,
        2,
        'opacity="0.55"',
      ) +
      stroke('M700,650 V520 M680,540 H720 M685,560 H715', ink, 5) +
      times(9, (at) =>
        stroke(
          `M${830 + at * 34},${250 + ((at * 47) % 90)} q8,-10 16,0 q8,-10 16,0`,
          ink,
          3,
          'opacity="0.6"',
        ),
      ),
  )
}

function bridgeAtVarsha() {
  const arch = (x: number) =>
    stroke(`M${x},560 Q${x + 235},330 ${x + 470},560`, '#24404b', 13) +
    times(8, (at) => {
      const t = (at + 1) / 9
      return stroke(`M${x + t * 470},562 V${560 - 230 * t * (1 - t) * 2}`, '#24404b', 5)
    })
  const hut = (x: number, colour: string) =>
    rect(x, 470, 88, 90, colour) +
    path(`M${x - 12},474 L${x + 44},428 L${x + 100},474Z`, ink) +
    rect(x + 28, 496, 30, 30, '#ffe2a6')
  const next = chance(21)
  return scene(
    'bridge-at-varsha',
    67,
    fade('sky', [0, '#9cb3b3'], [0.5, '#dcd7c3'], [0.62, '#ecd9b8']) +
      fade('water', [0, '#cfd0bf'], [0.3, '#83a1a3'], [1, '#28454f']),
    sky() +
      ridge(161, '#a9bab4', { y: 330, swing: 220, opacity: 0.8 }) +
      ridge(167, '#839c98', { y: 420, swing: 190, opacity: 0.85 }) +
      rect(0, 640, 1600, 430, 'url(#water)') +
      path('M0,520 Q170,540 300,640 L0,700Z', olive) +
      path('M1600,500 Q1440,540 1290,640 L1600,710Z', '#3b4a3b') +
      arch(330) +
      arch(800) +
      rect(150, 556, 1300, 20, ink) +
      stroke('M150,530 H1450', ink, 4) +
      times(44, (at) => stroke(`M${160 + at * 30},530 v28`, ink, 3)) +
      path(
        'M778,576 L822,576 L836,700 L764,700Z M318,576 L352,576 L362,680 L308,680Z M1254,576 L1288,576 L1298,680 L1244,680Z',
        '#5a6462',
      ) +
      hut(180, '#8f4a38') +
      hut(1330, '#3d6a74') +
      rect(0, 600, 1600, 120, '#f0ead8', 'opacity="0.5" filter="url(#softer)"') +
      `<g transform="translate(0,1276) scale(1,-1)" opacity="0.16">${arch(330)}${arch(800)}${rect(150, 556, 1300, 20, ink)}</g>` +
      times(34, () =>
        stroke(
          `M${next() * 1500},${700 + next() * 350} h${40 + next() * 150}`,
          next() > 0.5 ? '#eef0e2' : ink,
          2,
          'opacity="0.28"',
        ),
      ) +
      path('M640,860 Q760,820 880,850 Q960,880 900,905 Q740,925 640,890Z', '#2b3b3f') +
      path('M650,862 Q760,826 876,852 Q800,862 650,874Z', '#6f7d78') +
      `<g fill="${ink}"><path d="M520,530 l4,-40 q8,-12 16,0 l4,40Z"/><circle cx="532" cy="482" r="8"/><path d="M1086,530 l4,-40 q8,-12 16,0 l4,40Z"/><circle cx="1098" cy="482" r="8"/></g>`,
  )
}

function orchardCanal() {
  const next = chance(91)
  const tree = (x: number, y: number, s: number) =>
    stroke(`M${x},${y} q${6 * s},${-60 * s} 0,${-110 * s}`, '#3b2c24', 15 * s) +
    times(9, (at) => {
      const angle = at * 0.7
      return circle(
        x + Math.cos(angle) * 62 * s,
        y - 150 * s + Math.sin(angle) * 46 * s,
        (44 + next() * 22) * s,
        at % 3 === 0 ? '#3d4f3a' : at % 3 === 1 ? '#566a47' : '#7d8a58',
      )
    }) +
    times(12, () =>
      circle(
        x + (next() - 0.5) * 160 * s,
        y - 150 * s + (next() - 0.5) * 120 * s,
        6 * s,
        '#7c4157',
      ),
    )
  return scene(
    'orchard-canal',
    71,
    fade('sky', [0, '#a9c1bf'], [0.4, '#ecdfc0']) +
      fade('grass', [0, '#a8a468'], [1, '#4c5a3a']) +
      fade('water', [0, '#e6e3cd'], [0.5, '#7fa0a1'], [1, '#2f525c']),
    sky() +
      ridge(171, '#9cb0aa', { y: 400, swing: 120 }) +
      rect(0, 470, 1600, 600, 'url(#grass)') +
      path('M786,470 L814,470 L1190,1067 L410,1067Z', '#6b5f45') +
      path('M790,470 L810,470 L1110,1067 L490,1067Z', 'url(#water)') +
      times(5, (at) => tree(690 - at * at * 26 - at * 40, 520 + at * at * 22, 0.28 + at * 0.24)) +
      times(5, (at) => tree(910 + at * at * 26 + at * 40, 520 + at * at * 22, 0.28 + at * 0.24)) +
      times(18, (at) =>
        stroke(
          `M${780 - at * 12 + next() * 20},${560 + at * 28} q${12 + at * 5},-5 ${24 + at * 10},0`,
          '#f3f0df',
          2,
          'opacity="0.5"',
        ),
      ) +
      rect(560, 700, 30, 210, '#4a382c') +
      rect(1010, 700, 30, 210, '#3b2c24') +
      rect(545, 690, 512, 26, '#5b4636') +
      rect(600, 770, 400, 120, '#7a5d44') +
      times(7, (at) => rect(600 + at * 58, 770, 4, 120, ink, 'opacity="0.4"')) +
      rect(784, 600, 30, 190, '#5b4636') +
      rect(740, 590, 120, 20, '#3b2c24') +
      path('M560,890 L1040,890 L1060,930 L540,930Z', '#e8e6d2', 'opacity="0.55"'),
  )
}

function courtStair() {
  return scene(
    'court-stair',
    73,
    fade('sky', [0, '#53686b'], [1, '#2c4147']) +
      across('light', [0, '#fff2cf'], [1, '#e6b984']) +
      fade('jamb', [0, '#cdbd9e'], [1, '#8a7f6c']),
    sky() +
      times(8, (row) =>
        times(9, (at) =>
          rect(
            at * 200 - (row % 2) * 100 + 4,
            row * 76 + 4,
            192,
            68,
            row % 2 === at % 2 ? '#4d6266' : '#445a5f',
            'opacity="0.7"',
          ),
        ),
      ) +
      rect(560, 70, 480, 550, 'url(#jamb)') +
      path('M540,70 L800,-10 L1060,70Z', '#b8a98b') +
      rect(610, 120, 380, 500, '#15242a') +
      rect(780, 120, 130, 500, 'url(#light)') +
      path('M610,120 L780,120 L780,620 L610,620Z', '#5d3a2c') +
      path('M910,120 L990,100 L990,640 L910,620Z', '#7a4c38') +
      rect(636, 150, 118, 190, 'none', `stroke="${ink}" stroke-width="6" opacity="0.4"`) +
      rect(636, 380, 118, 210, 'none', `stroke="${ink}" stroke-width="6" opacity="0.4"`) +
      circle(760, 380, 9, ochre) +
      times(10, (at) => {
        const y = 620 + at * 46
        const spread = at * 62
        return (
          rect(440 - spread, y, 720 + spread * 2, 14, '#d9cbb0') +
          rect(440 - spread, y + 14, 720 + spread * 2, 34, at % 2 ? '#7f8379' : '#888a7e')
        )
      }) +
      path('M780,620 L910,620 L1330,1067 L700,1067Z', '#ffe3ac', 'opacity="0.42"') +
      `<g transform="translate(866,700)" fill="${ink}"><path d="M-18,0 L-14,-86 Q0,-108 14,-86 L20,0Z"/><circle cx="0" cy="-114" r="15"/></g>` +
      path('M850,700 L884,700 L1010,860 L930,860Z', ink, 'opacity="0.4" filter="url(#soft)"'),
  )
}

function contourDesk() {
  const next = chance(103)
  const ring = (cx: number, cy: number, r: number, seed: number, squash: number) => {
    const wobble = kit.heights(seed, 32, 0.5)
    const points = Array.from({ length: 32 }, (_, at) => {
      const angle = (at / 32) * Math.PI * 2
      const edge = Math.sin((at / 32) * Math.PI)
      const radius = r * (1 + wobble[at]! * 0.3 * edge + 0.09 * Math.sin(angle * 3 + seed))
      return [cx + Math.cos(angle) * radius, cy + Math.sin(angle) * radius * squash] as const
    })
    const middle = (a: number) => {
      const [x, y] = points[a % 32]!
      const [u, v] = points[(a + 1) % 32]!
      return `${((x + u) / 2).toFixed(1)},${((y + v) / 2).toFixed(1)}`
    }
    return `M${middle(31)} ${points.map(([x, y], at) => `Q${x.toFixed(1)},${y.toFixed(1)} ${middle(at)}`).join(' ')}Z`
  }
  const hill = (cx: number, cy: number, seed: number, rings: number, squash: number) =>
    times(rings, (at) =>
      stroke(
        ring(cx, cy, 46 + (rings - at) * 44, seed, squash),
        at % 4 === 0 ? '#8a5a3c' : '#b08a61',
        at % 4 === 0 ? 3.4 : 1.8,
        'opacity="0.75"',
      ),
    )
  return scene(
    'contour-desk',
    79,
    fade('sky', [0, '#27434e'], [1, '#152932']) + across('sheet', [0, '#f4ead3'], [1, '#ddcba8']),
    sky() +
      '<rect x="150" y="110" width="1320" height="860" fill="#0a1318" opacity="0.55" filter="url(#soft)" transform="rotate(-4 800 540)"/>' +
      `<g transform="rotate(-4 800 540)"><clipPath id="page"><rect x="140" y="90" width="1320" height="860"/></clipPath>${rect(140, 90, 1320, 860, 'url(#sheet)')}<g clip-path="url(#page)">${hill(430, 400, 3, 8, 0.72)}${hill(1130, 690, 8, 7, 0.75)}${stroke('M140,830 Q420,760 640,800 Q820,830 840,640 Q860,460 1020,330 Q1120,250 1240,90', '#4b7f8c', 9, 'opacity="0.8"')}${stroke('M300,950 Q560,700 760,690 Q980,690 1460,300', rust, 4, 'stroke-dasharray="18 12" opacity="0.8"')}${times(9, () => circle(280 + next() * 1040, 200 + next() * 640, 10, ink))}</g></g>` +
      `<g transform="translate(980,180) rotate(14)"><path d="M0,0 L-120,560 L-112,584 L-104,562 L14,16Z" fill="#c9c3b0"/><path d="M0,0 L150,540 L146,566 L134,546 L-12,16Z" fill="#8b948f"/><circle r="34" fill="${ochre}"/><circle r="14" fill="#6f4c2b"/><rect x="-11" y="-96" width="22" height="70" rx="9" fill="${sand}"/></g>`,
  )
}

function mountains() {
  return scene(
    'mountains',
    83,
    fade('sky', [0, '#86a8b2'], [0.35, '#dcd9c6'], [0.55, '#f0d8b4']) +
      glow('sun', '#fff4da', 0.95),
    sky() +
      circle(1120, 330, 340, 'url(#sun)') +
      circle(1120, 330, 44, '#fff6df') +
      ridge(201, '#c3cbc2', { y: 420, swing: 300, roughness: 0.55 }) +
      ridge(203, '#a3b6b3', { y: 500, swing: 320, roughness: 0.55 }) +
      rect(0, 560, 1600, 70, '#f3e9d2', 'opacity="0.5" filter="url(#softer)"') +
      ridge(209, '#7f9da0', { y: 610, swing: 300, roughness: 0.54 }) +
      rect(0, 700, 1600, 60, '#efe3cb', 'opacity="0.4" filter="url(#softer)"') +
      ridge(215, '#527784', { y: 730, swing: 280, roughness: 0.54 }) +
      ridge(223, '#315462', { y: 850, swing: 240, roughness: 0.55 }) +
      ridge(229, '#1a343f', { y: 980, swing: 160, roughness: 0.62, steps: 256 }),
  )
}

export const scenes = [
  damAtDusk(),
  harbourCranes(),
  ballotBox(),
  printingPress(),
  radioMast(),
  hospitalCorridor(),
  ghabPlain(),
  hillsAtNight(),
  roadNorth(),
  ledger(),
  emptyChair(),
  assembly(),
  gauge(),
  roofLine(),
  bridgeAtVarsha(),
  orchardCanal(),
  courtStair(),
  contourDesk(),
  mountains(),
]
