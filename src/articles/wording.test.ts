import { expect, test } from 'vitest'
import { isLabelledByHand, opinionsIn, slipsIn } from './wording.ts'

const kinds = (text: string, language = 'en') => slipsIn(text, language).map(({ kind }) => kind)

test('a sentence whose words stand in the wrong order is pointed out', () => {
  for (const [text, language] of [
    ['The Syrian has government captured the town.'],
    ['The has government captured the town.'],
    ['An army has column entered Harnau.'],
    ['They crossed the a river.'],
    ['The army has have moved on.'],
    ['Residents of the of Lomnik fled.'],
    ['Il a plu. Le ont ministres refusé.', 'fr'],
  ] as const)
    expect([text, kinds(text, language)]).toEqual([text, ['garbled']])
})

test('a word that stands twice is pointed out in every script', () => {
  for (const [text, language] of [
    ['They crossed the the river.', 'en'],
    ['The The river rose.', 'en'],
    ['Sie wählten wählten erneut.', 'de'],
    ['Le ministre est est venu.', 'fr'],
    ['Они перешли через через реку.', 'ru'],
    ['عبروا النهر النهر ليلا', 'ar'],
  ] as const)
    expect([text, kinds(text, language)]).toEqual([text, ['doubled']])
})

test('ordinary prose in five languages is left alone', () => {
  for (const [text, language] of [
    ['The army has quickly captured the town, which had had no garrison.', 'en'],
    ['The region has become divided, and the border has remained closed.', 'en'],
    ['The men were found murdered; the plane was left stranded.', 'en'],
    ['The group has soon regained what that that day had cost.', 'en'],
    ['The committee has thus amended the bill. The office had first opened in 1970.', 'en'],
    ['The ship had half emptied. The law was twice amended.', 'en'],
    ['Vitamin A is rare; Plan A was dropped; the and/or clause stayed.', 'en'],
    ['She flew from Pago Pago to Baden Baden.', 'en'],
    ['The minister had told her her passport was ready.', 'en'],
    [
      'Die Gesetze, die die Regierung beschloss, hat das das Land regierende Bündnis geändert.',
      'de',
    ],
    ['Der Mann, der der Polizei half, sagte, dass sie sie gesehen habe.', 'de'],
    ['Nous nous sommes réunis, et vous vous êtes trompés. Ils les ont vus.', 'fr'],
    ['Le gouvernement a fait faire une enquête. Un est mort, deux sont blessés.', 'fr'],
    ['Он чуть чуть не упал, и вот вот начнётся дождь.', 'ru'],
    ['تقدمت القوات رويدا رويدا وفتشوا البيوت بيتا بيتا', 'ar'],
    ['Yavaş yavaş ilerlediler.', 'tr'],
    ['ko‘p-ko‘p so‘zlar', 'uz'],
  ] as const)
    expect([text, kinds(text, language)]).toEqual([text, []])
})

test('a reporter’s own judgement is pointed out, and nobody’s whom they quote', () => {
  for (const [text, language] of [
    ['I believe the government was right.', 'en'],
    ['The dam, in my view, should have been emptied.', 'en'],
    ['Meiner Meinung nach war das falsch.', 'de'],
    ['À mon avis, il fallait attendre.', 'fr'],
    ['Я считаю, что это ошибка.', 'ru'],
    ['وأعتقد أن الحكومة أخطأت', 'ar'],
  ] as const)
    expect([text, opinionsIn(text, language).length]).toEqual([text, 1])
  for (const [text, language] of [
    ['“I believe the government was right,” she said.', 'en'],
    ['He said: “I think so. In my view it was wrong.', 'en'],
    ['"I doubt it," said the mayor, who believes in God.', 'en'],
    ['„Ich glaube nicht“, sagte er. Das finde ich, sagte niemand.', 'de'],
    ['« Je crois que non », a-t-il dit.', 'fr'],
    ['«Я думаю, что нет», — сказал он.', 'ru'],
    ['قال: «أعتقد أن الحكومة أخطأت»', 'ar'],
  ] as const)
    expect([text, opinionsIn(text, language)]).toEqual([text, []])
})

test('a label that was written by hand is known, and a headline that only begins so is not one', () => {
  for (const headline of [
    'Opinion: Let them count',
    'Kommentar – Zählt noch einmal',
    'رأي: لا بد من العد',
  ])
    expect(isLabelledByHand(headline)).toBe(true)
  for (const headline of [
    'Opinion polls close',
    'Comment sections close',
    'Opinions differ: who won?',
  ])
    expect([headline, isLabelledByHand(headline)]).toEqual([headline, false])
})
