import { type DemoPage, doc, h2, link, list, p, prose } from '../write.ts'

export default {
  slug: 'privacy',
  headline: 'Privacy policy',
  body: doc(
    prose(`
You can read this paper without telling us who you are. We set no cookies for measuring or advertising, and our pages
load nothing from anybody else’s servers.`),
    h2('What we keep, and why'),
    list(
      'Your e-mail address, if you ask for a newsletter, an account or a subscription, for as long as you want it.',
      'What you gave and when, if you donate. Tax law obliges us to keep this for ten years.',
      'A comment that you publish, with the name you chose, until you or we remove it.',
      'Technical logs for seven days, to defend the site against attacks. Addresses are shortened before they are stored.',
    ),
    h2('What others receive'),
    prose(`
If you pay by card the payment goes through our payment provider, which receives what a bank needs and nothing about
what you read. Videos and maps from other sites are shown as links until you choose to load them.`),
    h2('Your rights'),
    p(
      'You may see what we hold about you, have it corrected, take it with you or have it erased. Most of this you can do yourself in your account; for the rest write to ',
      link('mailto:privacy@thesounding.example', 'privacy@thesounding.example'),
      '.',
    ),
  ),
} satisfies DemoPage
