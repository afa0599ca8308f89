import { openDatabase } from './src/platform/database.ts'
import { sqlite } from './src/platform/sqlite.ts'
import { migrations } from './migrations/index.ts'
import { invite } from './src/staff/colleagues.ts'
import { openSession } from './src/staff/sessions.ts'
import { draft } from './src/articles/write.ts'
const d = openDatabase(sqlite(process.argv[2]+'/newsroom.db')); await d.migrate(migrations)
const id = await d.write(tx=>invite(tx,null,{email:'a@b.example',name:'ada',roleId:'editor'},new Date()))
const s = await d.write(tx=>openSession(tx,id,'x',new Date()))
const a = await d.write(tx=>draft(tx,{headline:'Both'},new Date()))
console.log(s,a); await d.close()
