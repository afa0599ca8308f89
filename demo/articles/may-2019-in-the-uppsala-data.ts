import {
  article,
  b,
  box,
  by,
  code,
  doc,
  h2,
  i,
  link,
  note,
  p,
  picture,
  prose,
  table,
} from '../write.ts'

export default article({
  slug: 'may-2019-in-the-uppsala-data',
  kind: 'analysis',
  headline: 'Thirty-four days in 202 rows: the battle for northern Hama, counted',
  seoTitle: 'Northwest Syria, May 2019: what the Uppsala conflict data show',
  standfirst:
    'The Uppsala Conflict Data Program has published its record of the 2019 fighting. It says where people died, and on whose word.',
  datelineDate: '2020-07-14',
  category: 'data',
  categories: ['syria'],
  tags: ['northwest-syria', 'casualty-figures', 'hama', 'idlib'],
  bylines: [by('brandvold', 'author'), by('khatib', 'reporting')],
  leadPicture: 'chart-events-per-day',
  published: '2020-07-14T07:00:00Z',
  updated: '2020-07-15T09:10:00Z',
  body: doc(
    p(
      'According to the Uppsala Conflict Data Program, at least 952 people and at most 1,008 were killed in 202 separate events in the Syrian provinces of Idlib, Hama and Latakia between 28 April and 31 May 2019. Its best estimate is ',
      b('967'),
      '. Of these it records 318 as civilians.',
      note(
        'UCDP Georeferenced Event Dataset. Sundberg and Melander 2013; Högbladh 2019. CC BY 4.0. The selection by province and date is ours; Aleppo is not in it.',
      ),
    ),
    prose(`
These are not the figures of that spring. They were compiled afterwards by researchers in Sweden, who read what
monitors and news agencies had published, decided which reports concerned the same event, and entered each event in
one row with a low, a best and a high number of deaths. An event enters the data only if somebody died in it. A raid
that destroyed a street and killed no one leaves no row.`),
    picture('chart-events-per-day', 'wide'),
    h2('Two wars in one month'),
    prose(`
The rows divide into two kinds that hardly touch. In Idlib province there are many events with few dead: 116 rows, 260
deaths, nearly all of them recorded as civilian. In Hama there are 77 rows and 619 deaths, of which the data mark 68 as
civilian. The first is a record of bombardment. The second is a record of infantry.

One small town accounts for a quarter of everything. At Kafr Nabudah the data hold eleven events and 236 deaths. A
single row, for 26 May, has 82: 37 on the government’s side and 45 among insurgents.`),
    table(
      'Events and deaths by week, best estimates. The last period has six days.',
      ['Week from', 'Events', 'Deaths', 'of them civilians'],
      ['28 April', 45, 97, 65],
      ['5 May', 53, 233, 74],
      ['12 May', 32, 180, 50],
      ['19 May', 38, 249, 59],
      ['26 May', 34, 208, 70],
    ),
    picture('map-deaths-by-place', 'wide'),
    h2('One witness, many rows'),
    p(
      'Each row names its sources, and here a reader should slow down. The Syrian Observatory for Human Rights stands in 195 rows of 202. In 138 it stands alone, and those 138 rows hold 796 of the 967 deaths. The second name, ',
      i('Airwars'),
      ', is found in 62 rows. Where the Observatory was mistaken, the data set will be mistaken with it.',
    ),
    prose(`
That is no reproach to Uppsala, which prints its sources so that anyone can count them. Nor is it one to the
Observatory, without which there would be little to count. It is a reason not to call a figure confirmed because
two institutions have published it, when the second had it from the first.`),
    h2('Try it'),
    prose(`
The file can be downloaded by anyone. With the columns as Uppsala names them, the best estimate for a place is one
line of work:`),
    code(
      'sql',
      `select where_coordinates, count(*) as events, sum(best) as deaths
from ged
where date_start between '2019-04-28' and '2019-05-31'
  and adm_1 in ('Idlib Governorate', 'Hamah Governorate', 'Latakia Governorate')
group by where_coordinates
order by deaths desc;`,
    ),
    box(
      'Cracks in the glass',
      `In two rows, both for the village that Uppsala spells Kirkat, the high estimate is lower than the best. It looks
like a slip of the keyboard, and we have left it as it is.

In 198 rows the day is known exactly. In 151 the place is; the others lie within a few kilometres, or somewhere in a
district.

Twenty-nine rows have a range. In the rest the low, best and high are the same number, which is a statement about the
sources and not about certainty.`,
    ),
    p(
      'Names of places differ between this article and our ',
      link('/picture-credits', 'maps'),
      ': the data set has Qalat al Madiq and Kirkat for Qalaat al-Madiq and al-Karkat.',
    ),
  ),
})
