/** Maps and charts. Towns lie where UCDP GED has them; coast, river and hills are drawn by hand. */

import { days, places } from './events.ts'
import * as kit from './kit.ts'

const {
  circle,
  deep,
  fade,
  ink,
  label,
  ochre,
  paper,
  path,
  rect,
  rust,
  sheet,
  stroke,
  teal,
  times,
} = kit

const land = '#f0e7d6'
const water = '#a9c3c6'
const grey = '#5d6a6c'
const hill = '#c9b48d'

type Town = [
  name: string,
  latitude: number,
  longitude: number,
  side?: 'left' | 'right' | 'above' | 'below',
  rank?: 1 | 2 | 3,
]

const coast: [number, number][] = [
  [36.6, 36.18],
  [36.45, 36.0],
  [36.33, 35.8],
  [36.2, 35.83],
  [36.1, 35.94],
  [36.0, 35.98],
  [35.93, 35.92],
  [35.86, 35.84],
  [35.83, 35.79],
  [35.74, 35.83],
  [35.66, 35.78],
  [35.6, 35.77],
  [35.56, 35.72],
  [35.51, 35.77],
  [35.45, 35.89],
  [35.36, 35.92],
  [35.27, 35.92],
  [35.18, 35.94],
  [35.08, 35.89],
  [34.98, 35.88],
  [34.88, 35.87],
  [34.7, 35.95],
  [34.55, 35.98],
]
const orontes: [number, number][] = [
  [34.6, 36.52],
  [34.75, 36.62],
  [34.93, 36.72],
  [35.05, 36.74],
  [35.13, 36.75],
  [35.2, 36.66],
  [35.25, 36.56],
  [35.27, 36.45],
  [35.32, 36.37],
  [35.4, 36.35],
  [35.5, 36.335],
  [35.6, 36.325],
  [35.7, 36.33],
  [35.81, 36.31],
  [35.92, 36.4],
  [36.02, 36.41],
  [36.15, 36.37],
  [36.24, 36.3],
  [36.2, 36.16],
  [36.12, 36.04],
  [36.05, 35.97],
]

function chart(west: number, north: number, east: number, width: number, height: number) {
  const scale = width / ((east - west) * Math.cos((35.5 * Math.PI) / 180))
  const x = (longitude: number) => (longitude - west) * Math.cos((35.5 * Math.PI) / 180) * scale
  const y = (latitude: number) => (north - latitude) * scale
  const line = (points: [number, number][]) => {
    const at = points.map(([latitude, longitude]) => [x(longitude), y(latitude)] as const)
    return `M${at[0]![0]},${at[0]![1]} ${at
      .slice(1, -1)
      .map(([a, b], n) => `Q${a},${b} ${(a + at[n + 2]![0]) / 2},${(b + at[n + 2]![1]) / 2}`)
      .join(' ')} L${at.at(-1)![0]},${at.at(-1)![1]}`
  }
  const shade = (
    latitude: number,
    longitude: number,
    rx: number,
    ry: number,
    turn = 0,
    opacity = 0.5,
  ) =>
    `<ellipse cx="${x(longitude)}" cy="${y(latitude)}" rx="${rx * scale}" ry="${ry * scale}" transform="rotate(${turn} ${x(longitude)} ${y(latitude)})" fill="${hill}" opacity="${opacity}" filter="url(#hills)"/>`
  const ground =
    rect(0, 0, width, height, land) +
    shade(35.5, 36.19, 0.07, 0.34, 4, 0.75) +
    shade(35.85, 36.1, 0.12, 0.14, 20, 0.7) +
    shade(35.7, 36.53, 0.1, 0.16, 10, 0.65) +
    shade(35.95, 36.5, 0.07, 0.16, 8, 0.5) +
    shade(36.1, 36.75, 0.12, 0.1, 0, 0.3) +
    shade(35.05, 36.25, 0.09, 0.25, 0, 0.6) +
    stroke(line(orontes), '#7fa5ab', Math.max(4, scale / 260)) +
    path(`${line(coast)} L-80,${height + 80} L-80,-80Z`, water) +
    stroke(line(coast), '#7c9ea3', 3) +
    stroke(line(coast), '#8fb0b4', 16, 'opacity="0.35"')
  const town = ([name, latitude, longitude, side = 'right', rank = 2]: Town) => {
    const size = rank === 1 ? 36 : rank === 2 ? 28 : 23
    const [dx, dy, anchor] = {
      left: [-16, size * 0.34, 'end'],
      right: [16, size * 0.34, 'start'],
      above: [0, -18, 'middle'],
      below: [0, size + 10, 'middle'],
    }[side] as [number, number, 'start']
    return (
      circle(
        x(longitude),
        y(latitude),
        rank === 1 ? 9 : 7,
        rank === 3 ? grey : ink,
        `stroke="${land}" stroke-width="3"`,
      ) +
      label(x(longitude) + dx, y(latitude) + dy, name, {
        size,
        anchor,
        weight: rank === 1 ? 700 : 400,
        halo: land,
        fill: rank === 3 ? grey : ink,
      })
    )
  }
  const scaleBar = (kilometres: number, right: number, top: number) => {
    const long = (kilometres / 111.2) * scale
    const left = right - long
    return (
      stroke(`M${left},${top - 9} v9 h${long} v-9`, ink, 3) +
      label(left + long + 14, top + 6, `${kilometres} km`, { size: 23, halo: land })
    )
  }
  return {
    x,
    y,
    scale,
    ground,
    town,
    scaleBar,
    defs: `<filter id="hills" x="-60%" y="-60%" width="220%" height="220%"><feGaussianBlur stdDeviation="${scale / 40}"/></filter>`,
  }
}

const seaName = (x: number, y: number, text = 'Mediterranean Sea') =>
  label(x, y, text, { size: 27, fill: '#3f6a73', style: 'italic', anchor: 'middle', spacing: 2 })
const province = (x: number, y: number, text: string) =>
  label(x, y, text, { size: 26, fill: '#8a7754', spacing: 7, anchor: 'middle', halo: land })

function northwestSyria() {
  const m = chart(35.32, 36.4, 37.68, 1600, 1130)
  const towns: Town[] = [
    ['Aleppo', 36.2012, 37.1612, 'right', 1],
    ['Idlib', 35.9306, 36.6339, 'above', 1],
    ['Latakia', 35.53, 35.79, 'right', 1],
    ['Hama', 35.1318, 36.7578, 'right', 1],
    ['Jisr al-Shughur', 35.8143, 36.3206, 'left'],
    ['Ariha', 35.8123, 36.611, 'right'],
    ['Saraqib', 35.8645, 36.8059, 'right'],
    ['Maarat al-Numan', 35.6484, 36.676, 'right'],
    ['Kafr Nabl', 35.614, 36.5607, 'left', 3],
    ['Khan Shaykhun', 35.4421, 36.651, 'right'],
    ['Qalaat al-Madiq', 35.4147, 36.3909, 'below'],
    ['Hmeimim', 35.401, 35.949, 'below', 3],
  ]
  return sheet(
    'map-northwest-syria',
    1600,
    1130,
    m.defs,
    m.ground +
      province(m.x(36.95), m.y(36.02), 'ALEPPO') +
      province(m.x(36.97), m.y(35.75), 'IDLIB') +
      province(m.x(37.1), m.y(35.3), 'HAMA') +
      province(m.x(36.03), m.y(35.68), 'LATAKIA') +
      seaName(m.x(35.58), m.y(35.2)) +
      label(m.x(36.3), m.y(36.3), 'TURKEY', { size: 26, fill: '#8a7754', spacing: 7, halo: land }) +
      towns.map(m.town).join('') +
      m.scaleBar(50, 1480, 1080),
  )
}

function southernFlank() {
  const m = chart(36.16, 35.69, 36.9, 1600, 1130)
  const towns: Town[] = [
    ['Qalaat al-Madiq', 35.41465, 36.39085, 'left', 1],
    ['Tal Hawash', 35.445, 36.4574, 'above'],
    ['al-Karkat', 35.4781, 36.385, 'left'],
    ['Kafr Nabudah', 35.43175, 36.49354, 'below', 1],
    ['al-Habit', 35.4386, 36.5383, 'right'],
    ['Khan Shaykhun', 35.4421, 36.651, 'right', 1],
    ['Kafr Zayta', 35.3743, 36.6033, 'right'],
    ['al-Lataminah', 35.3215, 36.6229, 'right'],
    ['al-Suqaylabiyah', 35.3667, 36.3936, 'left'],
    ['Kafr Nabl', 35.614, 36.5607, 'right'],
    ['Maarat al-Numan', 35.6484, 36.676, 'right', 1],
    ['Huwayz', 35.5015, 36.356, 'left', 3],
    ['Muhradah', 35.2478, 36.5758, 'right', 3],
  ]
  return sheet(
    'map-southern-flank',
    1600,
    1130,
    m.defs,
    m.ground +
      label(m.x(36.46), m.y(35.535), 'Jabal Shashabo', {
        size: 25,
        fill: '#7d6a45',
        style: 'italic',
        anchor: 'middle',
        halo: land,
      }) +
      label(m.x(36.3), m.y(35.585), 'The Ghab', {
        size: 25,
        fill: '#4f7d80',
        style: 'italic',
        anchor: 'end',
        halo: land,
      }) +
      label(m.x(36.345), m.y(35.3), 'Orontes', {
        size: 23,
        fill: '#3f6a73',
        style: 'italic',
        anchor: 'end',
        halo: land,
      }) +
      province(m.x(36.79), m.y(35.55), 'IDLIB') +
      province(m.x(36.77), m.y(35.3), 'HAMA') +
      towns.map(m.town).join('') +
      m.scaleBar(10, 1480, 1080),
  )
}

function qalaatAlMadiq() {
  const m = chart(36.24, 35.535, 36.58, 1600, 1130)
  const spots: Town[] = [
    ['Tal Hawash', 35.445, 36.4574, 'right', 1],
    ['al-Karkat', 35.4781, 36.385, 'right', 1],
    ['Kafr Nabudah', 35.43175, 36.49354, 'right'],
    ['al-Suqaylabiyah', 35.3667, 36.3936, 'right'],
    ['Huwayz', 35.5015, 36.356, 'right', 3],
    ['Bab al-Taqa', 35.4486, 36.3834, 'right', 3],
    ['al-Sharia', 35.4467, 36.3546, 'left', 3],
    ['Apamea (ruins)', 35.4213, 36.4005, 'right', 3],
    ['Shahranaz', 35.5163, 36.4026, 'right', 3],
  ]
  const [x, y] = [m.x(36.39085), m.y(35.41465)]
  return sheet(
    'map-qalaat-al-madiq',
    1600,
    1130,
    m.defs,
    m.ground +
      label(m.x(36.342), m.y(35.33), 'Orontes', {
        size: 25,
        fill: '#3f6a73',
        style: 'italic',
        anchor: 'end',
        halo: land,
      }) +
      spots.map(m.town).join('') +
      circle(x, y, 30, 'none', `stroke="${rust}" stroke-width="5"`) +
      circle(x, y, 13, rust) +
      label(x - 44, y + 15, 'Qalaat al-Madiq', {
        size: 46,
        weight: 700,
        anchor: 'end',
        halo: land,
      }) +
      m.scaleBar(5, 1480, 1080),
  )
}

function hmeimim() {
  const m = chart(35.55, 35.88, 36.79, 1600, 1130)
  const [x, y] = [m.x(35.949), m.y(35.401)]
  const radius = (40 / 111.2) * m.scale
  const towns: Town[] = [
    ['Latakia', 35.53, 35.79, 'right', 1],
    ['Jablah', 35.36, 35.926, 'left'],
    ['Jisr al-Shughur', 35.8143, 36.3206, 'left'],
    ['Qalaat al-Madiq', 35.41465, 36.39085, 'below', 1],
    ['Khan Shaykhun', 35.4421, 36.651, 'below'],
    ['Kafr Nabl', 35.614, 36.5607, 'right', 3],
  ]
  return sheet(
    'map-hmeimim',
    1600,
    1130,
    m.defs,
    m.ground +
      circle(x, y, radius, rust, 'opacity="0.1"') +
      circle(x, y, radius, 'none', `stroke="${rust}" stroke-width="3" stroke-dasharray="12 9"`) +
      seaName(m.x(35.68), m.y(35.2), 'Mediterranean') +
      stroke(`M${x},${y} L${m.x(36.39085)},${m.y(35.41465)}`, rust, 3) +
      label((x + m.x(36.39085)) / 2, y - 26, 'about 40 km', {
        size: 28,
        fill: rust,
        anchor: 'middle',
        weight: 700,
        halo: land,
      }) +
      towns.map(m.town).join('') +
      path(`M${x},${y - 20} l18,36 h-36Z`, ink) +
      label(x - 26, y - 6, 'Hmeimim', { size: 34, weight: 700, anchor: 'end', halo: water }) +
      label(x - 26, y + 26, 'air base', { size: 25, anchor: 'end', halo: water }) +
      m.scaleBar(20, 1480, 1080),
  )
}

function deathsByPlace() {
  const m = chart(35.9, 36.03, 37.2, 1600, 1130)
  const circles = places
    .map(([latitude, longitude, deaths]) =>
      circle(
        m.x(longitude),
        m.y(latitude),
        Math.sqrt(deaths) * 6,
        rust,
        'opacity="0.55" stroke="#7d3522" stroke-width="1.5"',
      ),
    )
    .join('')
  const key = [10, 50, 200]
    .map(
      (n) =>
        circle(
          1420,
          1040 - Math.sqrt(n) * 6,
          Math.sqrt(n) * 6,
          'none',
          `stroke="${ink}" stroke-width="2"`,
        ) + label(1440 + 76, 1040 - Math.sqrt(n) * 12 + 12, String(n), { size: 22, halo: land }),
    )
    .join('')
  const name = (
    text: string,
    latitude: number,
    longitude: number,
    dx: number,
    dy: number,
    anchor: 'start' | 'end' = 'start',
  ) =>
    label(m.x(longitude) + dx, m.y(latitude) + dy, text, {
      size: 28,
      halo: land,
      anchor,
      weight: 700,
    })
  return sheet(
    'map-deaths-by-place',
    1600,
    1130,
    m.defs,
    m.ground +
      circles +
      name('Kafr Nabudah', 35.43175, 36.49354, 96, 66) +
      name('Maarat al-Numan', 35.6484, 36.676, 40, 10) +
      name('Jisr al-Shughur', 35.8143, 36.3206, -34, 10, 'end') +
      name('al-Karkat', 35.4781, 36.385, -66, 8, 'end') +
      name('Khan Shaykhun', 35.4421, 36.651, 34, 10) +
      name('Idlib', 35.9306, 36.6339, 14, 10) +
      circle(m.x(36.6339), m.y(35.9306), 6, ink) +
      key +
      m.scaleBar(20, 1362, 1080),
  )
}

function deathsPerDay() {
  const [left, foot, tall] = [120, 790, 610]
  const step = 1400 / days.length
  const y = (n: number) => foot - (n / 100) * tall
  const bars = days
    .map(([day, all, civil], at) => {
      const x = left + at * step
      const date = Number(day.slice(8))
      return (
        rect(x + 4, y(all), step - 8, foot - y(all), '#8fa9aa') +
        rect(x + 4, y(civil), step - 8, foot - y(civil), rust) +
        (date % 5 === 0 || day.endsWith('04-28') || date === 1
          ? label(x + step / 2, foot + 38, String(date), { size: 24, anchor: 'middle' })
          : '')
      )
    })
    .join('')
  const lines = [0, 25, 50, 75, 100]
    .map(
      (n) =>
        stroke(`M${left},${y(n)} H1520`, ink, n ? 1 : 3, n ? 'opacity="0.25"' : '') +
        label(left - 18, y(n) + 9, String(n), { size: 25, anchor: 'end', fill: grey }),
    )
    .join('')
  return sheet(
    'chart-events-per-day',
    1600,
    900,
    '',
    rect(0, 0, 1600, 900, paper) +
      lines +
      bars +
      rect(120, 62, 26, 26, '#8fa9aa') +
      label(158, 85, 'all deaths', { size: 28 }) +
      rect(330, 62, 26, 26, rust) +
      label(368, 85, 'of them civilians', { size: 28 }) +
      label(left, foot + 76, 'April', { size: 24, fill: grey }) +
      label(left + step * 3.1, foot + 76, 'May 2019', { size: 24, fill: grey }) +
      label(left + step * 28.5 + 14, y(93) - 16, '26 May: 93', {
        size: 26,
        weight: 700,
        anchor: 'middle',
      }) +
      label(1520, 868, 'Best estimates. Source: UCDP GED', { size: 22, anchor: 'end', fill: grey }),
  )
}

function stockAndFlow() {
  return sheet(
    'chart-stock-flow',
    1600,
    900,
    fade('in', [0, '#8fb6bb'], [1, '#3f7480']),
    rect(0, 0, 1600, 900, paper) +
      path(
        'M520,300 L520,740 Q520,780 560,780 L1040,780 Q1080,780 1080,740 L1080,300',
        'none',
        `stroke="${ink}" stroke-width="10"`,
      ) +
      path(
        'M526,430 Q660,412 800,430 T1074,430 L1074,740 Q1074,774 1040,774 L560,774 Q526,774 526,740Z',
        'url(#in)',
      ) +
      path(
        'M250,120 L700,120 Q760,120 760,180 L760,426 L700,420 L700,190 Q700,180 690,180 L250,180Z',
        '#8fb6bb',
        'opacity="0.9"',
      ) +
      stroke('M250,116 H700 Q764,116 764,180 V250 M250,184 H690 Q696,184 696,194 V250', ink, 7) +
      path(
        'M1080,700 L1280,700 Q1330,700 1330,750 L1330,860 L1290,860 L1290,760 Q1290,744 1274,744 L1080,744Z',
        '#3f7480',
      ) +
      stroke(
        'M1084,696 H1280 Q1334,696 1334,750 V850 M1084,748 H1270 Q1286,748 1286,764 V850',
        ink,
        7,
      ) +
      stroke('M1110,430 h40 M1130,440 V770 M1110,774 h40', rust, 5) +
      label(800, 620, 'STOCK', {
        size: 64,
        weight: 700,
        fill: paper,
        anchor: 'middle',
        spacing: 6,
      }) +
      label(800, 672, 'people away from home today', { size: 30, fill: paper, anchor: 'middle' }) +
      label(250, 88, 'FLOW', { size: 44, weight: 700, fill: deep, spacing: 4 }) +
      label(250, 232, 'people who fled this week', { size: 30 }) +
      label(1360, 760, 'returned,', { size: 30 }) +
      label(1360, 798, 'moved on,', { size: 30 }) +
      label(1360, 836, 'died', { size: 30 }),
  )
}

function torva(key: string, wide: boolean) {
  const river =
    'M1330,150 Q1180,230 1120,330 Q1070,420 980,450 Q860,490 820,580 Q780,690 660,720 Q520,750 450,830 Q400,890 330,930'
  const gulf =
    'M-40,690 Q110,720 180,800 Q230,860 300,880 Q350,920 330,960 Q420,1000 430,1080 L430,1200 L-40,1200Z'
  const border =
    'M690,-20 Q800,120 900,230 Q1010,330 1040,420 Q1080,560 1230,640 Q1400,720 1640,730'
  const peaks = (x: number, y: number, n: number) =>
    times(n, (at) => {
      const [a, b] = [
        x + (at % 4) * 78 + (Math.floor(at / 4) % 2) * 36,
        y + Math.floor(at / 4) * 62,
      ]
      return (
        path(`M${a},${b} l28,-44 28,44Z`, '#b39d75') +
        path(`M${a + 28},${b - 44} l28,44 h-22Z`, '#8f7b58')
      )
    })
  const dot = (
    x: number,
    y: number,
    name: string,
    rank: 1 | 2,
    anchor: 'start' | 'end' = 'start',
  ) =>
    circle(
      x,
      y,
      rank === 1 ? 11 : 8,
      rank === 1 ? rust : ink,
      `stroke="${land}" stroke-width="3"`,
    ) +
    label(x + (anchor === 'start' ? 20 : -20), y + 11, name, {
      size: rank === 1 ? 38 : 30,
      weight: rank === 1 ? 700 : 400,
      anchor,
      halo: land,
    })
  return sheet(
    key,
    1600,
    1130,
    '<filter id="hills" x="-60%" y="-60%" width="220%" height="220%"><feGaussianBlur stdDeviation="34"/></filter>',
    rect(0, 0, 1600, 1130, land) +
      '<g filter="url(#hills)" opacity="0.6"><ellipse cx="1280" cy="230" rx="330" ry="190" fill="#c9b48d"/><ellipse cx="420" cy="250" rx="260" ry="190" fill="#c9b48d"/><ellipse cx="1080" cy="440" rx="120" ry="120" fill="#c9b48d"/></g>' +
      peaks(1180, 150, 12) +
      peaks(300, 190, 12) +
      (wide
        ? path(
            'M-40,-40 L680,-40 Q800,120 900,230 Q1010,330 1040,420 Q1080,560 1230,640 Q1400,720 1640,730 L1640,1200 L-40,1200Z',
            '#e2c99a',
            'opacity="0.35"',
          )
        : '') +
      stroke(border, '#8a7754', 4, 'stroke-dasharray="22 10 5 10"') +
      stroke(river, '#6d9aa3', wide ? 7 : 10) +
      stroke(
        'M1500,330 Q1330,330 1160,300 M560,330 Q640,520 820,580 M330,400 Q420,640 660,720',
        '#8fb3b8',
        5,
      ) +
      path(gulf, water) +
      stroke(gulf, '#7c9ea3', 3) +
      stroke('M450,830 Q360,850 270,870 M450,830 Q430,920 380,990', '#6d9aa3', 6) +
      label(110, 960, 'Gulf of Sarn', { size: 28, fill: '#3f6a73', style: 'italic' }) +
      label(1290, 520, 'KESSELIA', {
        size: 36,
        fill: '#8a7754',
        spacing: 12,
        anchor: 'middle',
        halo: land,
      }) +
      label(980, 900, 'ORLAVA', { size: 44, fill: '#8a7754', spacing: 16, anchor: 'middle' }) +
      label(890, 700, 'Torva', { size: 28, fill: '#3f6a73', style: 'italic', halo: land }) +
      dot(1400, 400, 'Harnau', 1) +
      dot(1020, 436, 'Varsha', 2, 'end') +
      dot(820, 580, 'Lomnik', 2, 'end') +
      dot(640, 726, 'Veshten', 1) +
      dot(395, 868, 'Kelmin', 2) +
      dot(210, 812, 'Port Sarn', 1) +
      dot(470, 400, 'Hollin', 2) +
      label(420, 130, 'Seven Valleys', {
        size: 28,
        fill: '#7d6a45',
        style: 'italic',
        anchor: 'middle',
        halo: land,
      }) +
      stroke('M1096,352 L1138,378', ink, 13) +
      label(1150, 372, 'Ulmen dam', { size: 30, weight: 700, halo: land }),
  )
}

function torvaFlow() {
  const months = ['March', 'April', 'May', 'June', 'July', 'August', 'September']
  const kesselia = [188, 142, 141, 140, 140, 140, 141]
  const orlava = [186, 121, 109, 103, 96, 97, 101]
  const x = (at: number) => 170 + at * 195
  const y = (n: number) => 800 - n * 3.5
  const line = (values: number[], colour: string) =>
    stroke(
      `M${values.map((n, at) => `${x(at)},${y(n)}`).join(' L')}`,
      colour,
      7,
      'stroke-linejoin="round"',
    ) +
    values
      .map((n, at) => circle(x(at), y(n), 9, colour, `stroke="${paper}" stroke-width="3"`))
      .join('')
  return sheet(
    'chart-torva-flow',
    1600,
    900,
    '',
    rect(0, 0, 1600, 900, paper) +
      [0, 50, 100, 150, 200]
        .map(
          (n) =>
            stroke(`M130,${y(n)} H1400`, ink, n ? 1 : 3, n ? 'opacity="0.25"' : '') +
            label(112, y(n) + 9, String(n), { size: 25, anchor: 'end', fill: grey }),
        )
        .join('') +
      stroke(`M130,${y(140)} H1400`, grey, 3, 'stroke-dasharray="10 8"') +
      label(1400, y(140) - 92, 'treaty: 140', { size: 26, fill: grey, anchor: 'end' }) +
      stroke(`M1330,${y(140) - 82} V${y(140) - 16}`, grey, 2) +
      path(
        `M${kesselia.map((n, at) => `${x(at)},${y(n)}`).join(' L')} L${orlava
          .map((n, at) => `${x(at)},${y(n)}`)
          .reverse()
          .join(' L')}Z`,
        ochre,
        'opacity="0.22"',
      ) +
      line(kesselia, rust) +
      line(orlava, teal) +
      months.map((month, at) => label(x(at), 846, month, { size: 26, anchor: 'middle' })).join('') +
      label(x(6) + 26, y(141) + 10, 'Kesselia', { size: 32, weight: 700, fill: rust }) +
      label(x(6) + 26, y(101) + 10, 'Orlava', { size: 32, weight: 700, fill: teal }) +
      label(130, 62, 'cubic metres a second', { size: 27, fill: grey }),
  )
}

function seats() {
  const parties: [string, number, string][] = [
    ['Land and Labour', 41, rust],
    ['Democratic Forum', 22, ochre],
    ['Seven Valleys', 8, '#6d7b55'],
    ['Civic Union', 49, teal],
  ]
  const spots: { angle: number; radius: number }[] = []
  const rows = [16, 19, 22, 26, 37]
  rows.forEach((count, row) => {
    for (let at = 0; at < count; at++)
      spots.push({ angle: Math.PI - (Math.PI * at) / (count - 1), radius: 270 + row * 74 })
  })
  spots.sort((a, b) => b.angle - a.angle || a.radius - b.radius)
  const colours = parties.flatMap(([, count, colour]) =>
    Array.from({ length: count }, () => colour),
  )
  return sheet(
    'chart-seats',
    1600,
    900,
    '',
    rect(0, 0, 1600, 900, paper) +
      spots
        .map(({ angle, radius }, at) =>
          circle(800 + Math.cos(angle) * radius, 700 - Math.sin(angle) * radius, 20, colours[at]!),
        )
        .join('') +
      label(800, 640, '120', { size: 130, weight: 700, anchor: 'middle' }) +
      label(800, 694, 'seats, 61 to govern', { size: 32, anchor: 'middle', fill: grey }) +
      parties
        .map(([name, count, colour], at) => {
          const x = 130 + at * 360
          return circle(x, 808, 15, colour) + label(x + 28, 818, `${name} ${count}`, { size: 31 })
        })
        .join(''),
  )
}

function sightlines() {
  return sheet(
    'sightlines',
    1600,
    900,
    fade('sky', [0, '#b9cdc9'], [1, '#f0dfba']),
    rect(0, 0, 1600, 900, 'url(#sky)') +
      kit.ridge(19, '#a3b6ae', { y: 250, swing: 110, bottom: 430 }) +
      rect(0, 420, 1600, 480, '#e6d7b4') +
      times(7, (at) =>
        stroke(`M${at * 270 - 100},420 L${at * 420 - 500},900`, '#c4ae82', 3, 'opacity="0.5"'),
      ) +
      times(4, (at) =>
        stroke(`M0,${460 + at * at * 34 + at * 30} H1600`, '#c4ae82', 3, 'opacity="0.5"'),
      ) +
      stroke(
        'M800,800 L270,420 M800,800 L760,300 M800,800 L1330,430',
        rust,
        4,
        'stroke-dasharray="16 10"',
      ) +
      path('M240,430 V170 q30,-60 60,0 V430Z', deep) +
      rect(228, 250, 84, 14, deep) +
      rect(228, 320, 84, 14, deep) +
      stroke('M270,140 v-44', deep, 5) +
      stroke('M1280,430 L1296,300 M1380,430 L1364,300 M1288,370 L1376,330', deep, 8) +
      rect(1272, 210, 116, 96, deep, 'rx="16"') +
      path('M640,330 L700,240 L760,306 L830,232 L900,330Z', '#7f9a94') +
      circle(800, 800, 34, ink) +
      circle(800, 800, 17, paper) +
      circle(800, 800, 8, ink) +
      label(270, 72, 'minaret, two balconies', { size: 30, anchor: 'middle', weight: 700 }) +
      label(1330, 186, 'water tower, four legs', { size: 30, anchor: 'middle', weight: 700 }) +
      label(770, 206, 'gap in the hills', { size: 30, anchor: 'middle', weight: 700 }) +
      label(856, 812, 'camera', { size: 34, weight: 700 }),
  )
}

export const maps = [
  northwestSyria(),
  southernFlank(),
  qalaatAlMadiq(),
  hmeimim(),
  deathsByPlace(),
  deathsPerDay(),
  stockAndFlow(),
  torva('map-torva-basin', false),
  torva('map-orlava', true),
  torvaFlow(),
  seats(),
  sightlines(),
]
