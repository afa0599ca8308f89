export type DemoPicture = {
  key: string
  /** Its name in `demo/pictures/`. */
  file: string
  alt: string
  caption: string
  credit: string
  licence: string
  /** What crops keep in view, as fractions of width and height. */
  focalX: number
  focalY: number
}

const licence = 'CC BY 4.0'

type Place = { focalX?: number; focalY?: number }

const drawn = (
  key: string,
  alt: string,
  caption: string,
  { focalX = 0.5, focalY = 0.5 }: Place = {},
) => ({
  key,
  file: `${key}.jpg`,
  alt,
  caption,
  credit: 'Illustration: Jonas Petrak / The Sounding',
  licence,
  focalX,
  focalY,
})
const portrait = (key: string, of: string) => ({
  ...drawn(key, `Drawn portrait of ${of}`, '', { focalY: 0.38 }),
})
const plotted = (key: string, alt: string, caption: string, credit: string, place: Place = {}) => ({
  ...drawn(key, alt, caption, place),
  credit,
})

const positions = 'Map: The Sounding. Positions: UCDP GED (CC BY 4.0)'
const events = 'The Sounding. Data: UCDP GED (CC BY 4.0)'
const invented = 'The Sounding'

export const pictures: DemoPicture[] = [
  plotted(
    'map-northwest-syria',
    'Map of northwest Syria with the towns of Idlib, Jisr al-Shughur, Maarat al-Numan, Khan Shaykhun, Hama, Latakia and Aleppo, and the sea to the west.',
    'Northwest Syria. Towns are shown, not areas of control.',
    positions,
  ),
  plotted(
    'map-southern-flank',
    'Map of the north of Hama province: Qalaat al-Madiq in the west, then Tal Hawash, al-Karkat, Kafr Nabudah and Khan Shaykhun towards the east.',
    'The north of Hama and the south of Idlib province.',
    positions,
    { focalX: 0.4 },
  ),
  plotted(
    'map-qalaat-al-madiq',
    'Map that points out Qalaat al-Madiq at the southern end of the Ghab plain, with Tal Hawash and al-Karkat close by.',
    'Qalaat al-Madiq and the two villages that residents named.',
    positions,
  ),
  plotted(
    'map-hmeimim',
    'Map from the coast at Latakia to Qalaat al-Madiq, with the Hmeimim air base and a ring of forty kilometres around it.',
    'About forty kilometres lie between Hmeimim and Qalaat al-Madiq.',
    'Map: The Sounding. Positions of towns: UCDP GED (CC BY 4.0)',
  ),
  plotted(
    'map-deaths-by-place',
    'Map of northwest Syria with a circle for each place where deaths were recorded in May 2019. The largest by far is at Kafr Nabudah.',
    'Deaths by place, 28 April to 31 May 2019, best estimates. The area of a circle stands for the number of dead.',
    `Map: ${events}`,
  ),
  plotted(
    'chart-events-per-day',
    'Bar chart of deaths per day from 28 April to 31 May 2019, with civilians marked. The highest bar is 26 May with 93.',
    'Deaths recorded per day in Idlib, Hama and Latakia provinces, best estimates.',
    `Chart: ${events}`,
  ),
  plotted(
    'chart-stock-flow',
    'Diagram: a tank with an inflow and an outflow. The level is labelled stock, the inflow is labelled flow.',
    'Stock is the level; flow is what passes in a given time.',
    `Diagram: ${invented}`,
  ),
  plotted(
    'map-torva-basin',
    'Map of the river Torva from the mountains of Kesselia past the Ulmen dam and the bridge at Varsha to Lomnik, Veshten and the delta at Kelmin.',
    'The basin of the Torva.',
    `Map: ${invented}`,
  ),
  plotted(
    'map-orlava',
    'Map of Orlava with the capital Veshten, Port Sarn, Kelmin, Lomnik, Varsha and Hollin in the Seven Valleys.',
    'Orlava and its neighbour upstream.',
    `Map: ${invented}`,
  ),
  plotted(
    'chart-torva-flow',
    'Line chart of the flow at Varsha from March to September 2019. Kesselia’s line stays at 140; Orlava’s falls to about 97.',
    'Mean flow at Varsha in 2019 by month, as each service gives it.',
    `Chart: ${invented}. Data: hydrological services of Kesselia and Orlava`,
  ),
  plotted(
    'chart-seats',
    'Half circle of 120 dots for the seats of Orlava’s Assembly: 41 Land and Labour, 22 Democratic Forum, 8 Seven Valleys, 49 Civic Union.',
    'The new Assembly. Sixty-one seats are a majority.',
    `Chart: ${invented}. Data: electoral commission of Orlava`,
  ),
  plotted(
    'sightlines',
    'Diagram of three lines from a camera to a minaret, a water tower and a gap in the hills, which meet in one point.',
    'Three landmarks fix the place where a camera stood.',
    `Diagram: ${invented}`,
  ),
  drawn(
    'hospital-corridor',
    'Drawing of an empty hospital corridor with light falling through open doors.',
    'A hospital corridor.',
  ),
  drawn(
    'ghab-plain',
    'Drawing of a green plain with a river, a hill crowned by a citadel and mountains behind.',
    'A citadel above a river plain, drawn from description.',
    { focalX: 0.64, focalY: 0.45 },
  ),
  drawn(
    'hills-at-night',
    'Drawing of dark hills under a night sky with a faint glow behind them.',
    'Hills at night.',
  ),
  drawn(
    'road-north',
    'Drawing of a straight road between fields that leads to far blue hills.',
    'A road to the north.',
    {
      focalY: 0.6,
    },
  ),
  drawn(
    'ledger',
    'Drawing of an open ledger with ruled lines and tally marks under a lamp.',
    'A ledger.',
  ),
  drawn('empty-chair', 'Drawing of an empty chair in front of a window.', 'An empty chair.', {
    focalX: 0.42,
  }),
  drawn(
    'assembly',
    'Drawing of a parliament building with columns and a low dome at evening.',
    'The Assembly in Veshten.',
  ),
  drawn(
    'printing-press',
    'Drawing of the cylinders of a printing press with a web of paper running through.',
    'A press at work.',
  ),
  drawn(
    'dam-at-dusk',
    'Drawing of a tall curved dam in a gorge at dusk, lamps along its crown.',
    'The Ulmen dam at dusk.',
    {
      focalY: 0.45,
    },
  ),
  drawn(
    'gauge',
    'Drawing of a graduated measuring staff standing in moving water.',
    'The gauge at Varsha.',
    {
      focalX: 0.62,
    },
  ),
  drawn(
    'harbour-cranes',
    'Drawing of harbour cranes in a row against a pale sky, with a ship below.',
    'Cranes at Port Sarn.',
  ),
  drawn(
    'roof-line',
    'Drawing of flat roofs with satellite dishes, water tanks and a minaret against the evening sky.',
    'Roofs with dishes.',
  ),
  drawn(
    'bridge-at-varsha',
    'Drawing of an iron bridge over a misty river with a hut at each end.',
    'The bridge at Varsha.',
  ),
  drawn(
    'orchard-canal',
    'Drawing of a narrow canal with a wooden gate between rows of fruit trees.',
    'One of 212 canals.',
  ),
  drawn(
    'court-stair',
    'Drawing of a broad stone stair that leads up to a tall, half-open door.',
    'The stair of the Constitutional Court.',
  ),
  drawn(
    'contour-desk',
    'Drawing of contour lines on a sheet with a pair of dividers and a few dots.',
    'A map in the making.',
  ),
  drawn(
    'ballot-box',
    'Drawing of a ballot box with a folded paper half inside its slot.',
    'A ballot box.',
  ),
  drawn(
    'radio-mast',
    'Drawing of a radio mast on a snowy ridge before dawn, a small lit hut at its foot.',
    'The mast above Hollin.',
    {
      focalX: 0.62,
    },
  ),
  drawn(
    'mountains',
    'Drawing of mountain ridges one behind the other in morning haze.',
    'The Seven Valleys.',
  ),
  portrait('portrait-aldous', 'Miriam Aldous'),
  portrait('portrait-khatib', 'Nadia Khatib'),
  portrait('portrait-reier', 'Tomas Reier'),
  portrait('portrait-brandvold', 'Ilse Brandvold'),
  portrait('portrait-sorina', 'Ekaterina Sorina'),
  portrait('portrait-haddad', 'Samir Haddad'),
  portrait('portrait-petrak', 'Jonas Petrak'),
  portrait('portrait-aske', 'Helen Aske'),
  portrait('portrait-orve', 'Danil Orve'),
  portrait('portrait-vasseur', 'Claire Vasseur'),
]
