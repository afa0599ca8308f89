import type { NewsroomFields } from '../src/newsroom/newsroom.ts'
import aRiverNeedsAClerk from './articles/a-river-needs-a-clerk.ts'
import aYearAfterQalaatAlMadiq from './articles/a-year-after-qalaat-al-madiq.ts'
import chyaVodaVTorve from './articles/chya-voda-v-torve.ts'
import countInPublic from './articles/count-in-public.ts'
import courtSuspendsTwoArticles from './articles/court-suspends-two-articles.ts'
import displacedStockAndFlow from './articles/displaced-stock-and-flow.ts'
import dolnInquestOpens from './articles/doln-inquest-opens.ts'
import governmentForcesTakeQalaatAlMadiq from './articles/government-forces-take-qalaat-al-madiq.ts'
import groundFightingSouthernEdgeIdlib from './articles/ground-fighting-southern-edge-idlib.ts'
import halvicLosesMajority from './articles/halvic-loses-majority.ts'
import howWeDrawFrontLines from './articles/how-we-draw-front-lines.ts'
import howWeVerifyVideo from './articles/how-we-verify-video.ts'
import howWeVerifyVideoAr from './articles/how-we-verify-video-ar.ts'
import idlibZoneWhatTheDealSays from './articles/idlib-zone-what-the-deal-says.ts'
import inTheBoat from './articles/in-the-boat.ts'
import istrinSwornIn from './articles/istrin-sworn-in.ts'
import kafrNabudahHeaviestDay from './articles/kafr-nabudah-heaviest-day.ts'
import kelminCourierStopsPrinting from './articles/kelmin-courier-stops-printing.ts'
import laFrontiereASeptHeures from './articles/la-frontiere-a-sept-heures.ts'
import lettersAboutARiver from './articles/letters-about-a-river.ts'
import may2019InTheUppsalaData from './articles/may-2019-in-the-uppsala-data.ts'
import may2019UppsalaAr from './articles/may-2019-uppsala-ar.ts'
import measuringARiver from './articles/measuring-a-river.ts'
import mediaBillClauseByClause from './articles/media-bill-clause-by-clause.ts'
import northwestSyriaLiveMay2019 from './articles/northwest-syria-live-may-2019.ts'
import orlavaElectionNightLive from './articles/orlava-election-night-live.ts'
import orlavaMediaBillIntroduced from './articles/orlava-media-bill-introduced.ts'
import orlavaMediaLawPassed from './articles/orlava-media-law-passed.ts'
import ourYearOfCorrections from './articles/our-year-of-corrections.ts'
import portSarnCraneOperatorsWalkOut from './articles/port-sarn-crane-operators-walk-out.ts'
import portSarnStrikeEnds from './articles/port-sarn-strike-ends.ts'
import pressLawStruckDown from './articles/press-law-struck-down.ts'
import qalaatAlMadiqAr from './articles/qalaat-al-madiq-ar.ts'
import radioSevenValleys from './articles/radio-seven-valleys.ts'
import reportedlyIsNotASource from './articles/reportedly-is-not-a-source.ts'
import severoZapadSiriiChtoIzvestno from './articles/severo-zapad-sirii-chto-izvestno.ts'
import smenaVlastiVOrlave from './articles/smena-vlasti-v-orlave.ts'
import theValleyBelowUlmen from './articles/the-valley-below-ulmen.ts'
import thirteenHealthFacilitiesHit from './articles/thirteen-health-facilities-hit.ts'
import torvaInterimAgreement from './articles/torva-interim-agreement.ts'
import torvaInterimAgreementAr from './articles/torva-interim-agreement-ar.ts'
import treatyAtSeventy from './articles/treaty-at-seventy.ts'
import ulmenReservoirToFillInApril from './articles/ulmen-reservoir-to-fill-in-april.ts'
import whatTheCustomsListShows from './articles/what-the-customs-list-shows.ts'
import whereTheUnionLost from './articles/where-the-union-lost.ts'
import whoCountsTheDead from './articles/who-counts-the-dead.ts'
import whoOwnsARiver from './articles/who-owns-a-river.ts'
import whyQalaatAlMadiqMatters from './articles/why-qalaat-al-madiq-matters.ts'
import zakonOSmiVOrlave from './articles/zakon-o-smi-v-orlave.ts'
import { categories, type DemoCategory, type DemoTag, tags } from './categories.ts'
import { contributors, type DemoContributor } from './contributors.ts'
import about from './pages/about.ts'
import howWeWork from './pages/how-we-work.ts'
import imprint from './pages/imprint.ts'
import pictureCredits from './pages/picture-credits.ts'
import privacy from './pages/privacy.ts'
import { type DemoPicture, pictures } from './pictures.ts'
import type { DemoArticle, DemoPage } from './write.ts'

export type { DemoArticle, DemoCategory, DemoContributor, DemoPage, DemoPicture, DemoTag }

/** A small believable newsroom. Keys stand for ids until it is loaded. */
export type DemoNewsroom = {
  newsroom: NewsroomFields
  categories: DemoCategory[]
  tags: DemoTag[]
  contributors: DemoContributor[]
  pictures: DemoPicture[]
  articles: DemoArticle[]
  pages: DemoPage[]
}

const newsroom: NewsroomFields = {
  name: 'The Sounding',
  tagline: 'Politics and conflict, with the source beside the sentence',
  language: 'en',
  timezone: 'Europe/Berlin',
  colours: { accent: '#1f4e5f', accentDark: '#8fc3d1' },
  logo: null,
  navigation: [
    { at: 'head', label: 'About', href: '/about' },
    { at: 'head', label: 'How we work', href: '/how-we-work' },
    { at: 'foot', label: 'Privacy', href: '/privacy' },
    { at: 'foot', label: 'Picture credits', href: '/picture-credits' },
    { at: 'foot', label: 'Imprint', href: '/imprint' },
  ],
  disclaimers: {
    guest: {
      en: 'The author is a guest of this paper. What is said here is the author’s own view and not necessarily ours.',
      ar: 'الكاتب ضيف على هذه الصحيفة، وما يرد في المقال رأيه ولا يعبّر بالضرورة عن رأينا.',
      ru: 'Автор — гость издания. Сказанное здесь — его собственный взгляд, который может не совпадать с нашим.',
      fr: 'L’auteur est un invité de ce journal. Il s’exprime en son nom et n’engage pas la rédaction.',
      und: 'The author is a guest of this paper. What is said here is the author’s own view and not necessarily ours.',
    },
    opinion: {
      en: 'This is opinion. It gives the view of its author, not that of The Sounding.',
      ar: 'هذا مقال رأي يعبّر عن كاتبه لا عن الصحيفة.',
      ru: 'Это мнение. Оно принадлежит автору, а не редакции.',
      fr: 'Ceci est une opinion. Elle est celle de son auteur et non celle du journal.',
      und: 'This is opinion. It gives the view of its author, not that of The Sounding.',
    },
  },
  policies: {
    actionableFeedbackPolicy: '/how-we-work',
    correctionsPolicy: '/how-we-work',
    ethicsPolicy: '/how-we-work',
    ownershipFundingInfo: '/about',
    publishingPrinciples: '/how-we-work',
    unnamedSourcesPolicy: '/how-we-work',
  },
  imprint:
    'The Sounding is published by Lotline Press Cooperative, 14 Ropewalk, Port Sarn. Editor: Miriam Aldous.',
}

export const demo: DemoNewsroom = {
  newsroom,
  categories,
  tags,
  contributors,
  pictures,
  articles: [
    reportedlyIsNotASource,
    orlavaMediaBillIntroduced,
    mediaBillClauseByClause,
    ulmenReservoirToFillInApril,
    chyaVodaVTorve,
    idlibZoneWhatTheDealSays,
    northwestSyriaLiveMay2019,
    groundFightingSouthernEdgeIdlib,
    thirteenHealthFacilitiesHit,
    governmentForcesTakeQalaatAlMadiq,
    qalaatAlMadiqAr,
    whyQalaatAlMadiqMatters,
    displacedStockAndFlow,
    severoZapadSiriiChtoIzvestno,
    kafrNabudahHeaviestDay,
    whoOwnsARiver,
    portSarnCraneOperatorsWalkOut,
    portSarnStrikeEnds,
    measuringARiver,
    theValleyBelowUlmen,
    orlavaMediaLawPassed,
    zakonOSmiVOrlave,
    howWeVerifyVideo,
    howWeVerifyVideoAr,
    aRiverNeedsAClerk,
    kelminCourierStopsPrinting,
    aYearAfterQalaatAlMadiq,
    whatTheCustomsListShows,
    courtSuspendsTwoArticles,
    may2019InTheUppsalaData,
    may2019UppsalaAr,
    whoCountsTheDead,
    laFrontiereASeptHeures,
    howWeDrawFrontLines,
    orlavaElectionNightLive,
    halvicLosesMajority,
    smenaVlastiVOrlave,
    whereTheUnionLost,
    istrinSwornIn,
    lettersAboutARiver,
    countInPublic,
    pressLawStruckDown,
    ourYearOfCorrections,
    torvaInterimAgreement,
    torvaInterimAgreementAr,
    dolnInquestOpens,
    radioSevenValleys,
    inTheBoat,
    treatyAtSeventy,
  ],
  pages: [about, howWeWork, privacy, imprint, pictureCredits],
}
