import { type DemoPage, doc, h2, link, list, p, prose } from '../write.ts'

export default {
  slug: 'how-we-work',
  headline: 'How we work',
  body: doc(
    h2('Who says so'),
    prose(`
A statement of fact that we have not seen for ourselves carries the name or a description of whoever made it. Where a
source cannot be named we say why and how they could know. Two outlets that quote the same witness are one witness.`),
    h2('Numbers'),
    list(
      'A figure has a counter, a day and an area. One that lacks any of these is not printed without saying so.',
      'We do not add up figures from different counters, or average them.',
      'An estimate stays an estimate in the headline.',
    ),
    h2('Corrections'),
    prose(`
When we have been wrong we say so on the article itself, with the date, what stood there and what is right. Spelling is
mended silently; facts never. Serious mistakes are also told to readers who received the article by e-mail.

If an article has to come down, its address stays and gives the reason. Nothing disappears without a trace.`),
    h2('Opinion and guests'),
    prose(`
Opinion is labelled. A guest’s article says that it is a guest’s, and any interest of theirs that a reader should know of
stands beneath it. We do not publish opinion by people who were paid by someone else to write it.`),
    h2('Protecting people'),
    prose(`
No one’s life is worth a detail. We leave out places, times and faces that could lead to someone who trusted us. We
do not keep what we do not need, and we tell sources before the interview what we can and cannot promise.`),
    h2('Pictures and maps'),
    p(
      'We draw our own illustrations, maps and charts. An illustration is never presented as a photograph. Sources are listed in ',
      link('/picture-credits', 'Picture credits and data sources'),
      '.',
    ),
    h2('Complaints'),
    p(
      'Write to ',
      link('mailto:editor@thesounding.example', 'editor@thesounding.example'),
      '. You will have an answer within five working days.',
    ),
  ),
} satisfies DemoPage
