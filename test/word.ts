import JSZip from 'jszip'

/** A Word document as Word writes it: with styles, a list and a link. */
export async function wordDocument(): Promise<Buffer> {
  const zip = new JSZip()
  for (const [name, text] of Object.entries(parts)) zip.file(name, head + text)
  return await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packed = 'http://schemas.openxmlformats.org/package/2006'
const typed = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const run = (text: string, look = '') =>
  `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (inner: string, look = '') =>
  `<w:p>${look ? `<w:pPr>${look}</w:pPr>` : ''}${inner}</w:p>`
const item = (text: string) =>
  paragraph(
    run(text),
    '<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
  )
const style = (id: string, name: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`

const parts = {
  '[Content_Types].xml': `<Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${typed}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${typed}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${typed}.numbering+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `<Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${office}/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="${office}/hyperlink" Target="https://register.example/dam" TargetMode="External"/></Relationships>`,
  'word/styles.xml': `<w:styles ${w}>${style('Normal', 'Normal')}${style('Heading2', 'heading 2')}${style('ListParagraph', 'List Paragraph')}</w:styles>`,
  'word/numbering.xml': `<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  'word/document.xml': `<w:document ${w} ${r}><w:body>${paragraph(run('What we were told'), '<w:pStyle w:val="Heading2"/>')}${paragraph(run('The letter came on a Tuesday. We were ') + run('not asked', '<w:b/>') + run('.'))}${item('Ulmen')}${item('Harnau')}${paragraph(`${run('The permit is in ')}<w:hyperlink r:id="rId3">${run('the register')}</w:hyperlink>${run('.')}`)}</w:body></w:document>`,
}
