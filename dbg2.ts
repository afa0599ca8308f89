import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
const [,, S, A] = process.argv
class Sock extends WebSocket { constructor(u:any){ super(u,{headers:{cookie:`desk=${S}`,origin:'http://127.0.0.1:8555'}} as never); this.addEventListener('error',e=>console.log('err',(e as any).message, (e as any).error)); this.addEventListener('close',e=>console.log('close',(e as any).code,(e as any).reason)); this.addEventListener('open',()=>console.log('open'))} }
const ws = new HocuspocusProviderWebsocket({url:'ws://127.0.0.1:8555/desk/manuscripts',WebSocketPolyfill:Sock})
const p = new HocuspocusProvider({name:A!,token:'-',websocketProvider:ws,onAuthenticationFailed:(e)=>console.log('authfail',e),onStatus:s=>console.log(s),onSynced:()=>console.log('synced'),onMessage:()=>console.log('msg')})
p.attach()
setTimeout(()=>process.exit(),4000)
