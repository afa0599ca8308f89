import { article, by, doc, prose } from '../write.ts'

export default article({
  slug: 'port-sarn-crane-operators-walk-out',
  headline: 'Crane operators walk out at Port Sarn',
  standfirst:
    'Thirty-one cranes stand still in a dispute over pay and over working alone at night.',
  datelinePlace: 'Port Sarn',
  datelineDate: '2019-07-15',
  category: 'work',
  categories: ['orlava'],
  tags: ['port-sarn'],
  bylines: [by('tna')],
  leadPicture: 'harbour-cranes',
  published: '2019-07-15T10:40:00Z',
  body: doc(
    prose(`
All 31 container cranes at Port Sarn stopped at six on Monday morning when their operators came down from the night
shift and were not relieved. Eleven ships lay at anchor by noon, according to the harbour master.

The Dockers’ Union says some 900 of its members have joined. It asks for nine per cent more pay and for a second person
in the cab between ten at night and four in the morning, as was the practice until last year.

Sarn Terminals, which runs the port under a lease to 2041, offered four per cent in June and calls the second operator
“a custom from the age of steam”. Its director, Karl Venn, said the company had cameras that never fell asleep.

The union’s chairman, Anton Kresh, replied that a camera had not caught the man who fell on 3 May.

Nine tenths of Orlava’s grain leaves the country over these quays.`),
  ),
})
