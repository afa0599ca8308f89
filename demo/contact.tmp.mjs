import sharp from 'sharp'
const [out,cols,w,h,...files]=process.argv.slice(2)
const C=+cols,W=+w,H=+h
const comp=await Promise.all(files.map(async(f,i)=>({input:await sharp(f).resize(W,H,{fit:'cover'}).toBuffer(),left:(i%C)*W,top:Math.floor(i/C)*H})))
await sharp({create:{width:W*C,height:H*Math.ceil(files.length/C),channels:3,background:'#fff'}}).composite(comp).png().toFile(out)
