import { Taker, newId } from './taker';
import { HttpTransportType } from '@microsoft/signalr';

/** A session prepared by HTTP and hub alone, as PROTOCOL.md has it: two parties with a head each, one mediator. */
export class House {
  #cookie = '';
  session = '';
  secretary!: Taker;

  constructor(readonly url: string) {}

  async prepare(token: string, reference = 'M-7'): Promise<Record<'mediator' | 'ana' | 'berta', Taker>> {
    await this.post('/api/house/enter', { token });
    const made = await this.post('/api/house/sessions', { reference, title: 'Waters', kind: 'betweenStates', languages: ['en'] });
    this.session = made.session;
    this.secretary = new Taker(this.url, this.session, { cookie: this.#cookie });
    await this.secretary.connect(HttpTransportType.WebSockets);
    await this.secretary.hello();
    const [aland, borduria] = [newId(), newId()];
    await this.must({ type: 'party.add', party: aland, name: 'Aland' });
    await this.must({ type: 'party.add', party: borduria, name: 'Borduria' });
    const people = {
      mediator: await this.person('Mara', 'mediator'),
      ana: await this.person('Ana', 'head', aland),
      berta: await this.person('Berta', 'head', borduria),
    };
    const takers = {} as Record<keyof typeof people, Taker>;
    for (const [name, person] of Object.entries(people)) {
      if (name !== 'mediator') await this.must({ type: 'credentials.record', person, authorities: ['appoint', 'accept'] });
      const { token: own } = await this.post(`/api/sessions/${this.session}/people/${person}/invitation`, {});
      const { bearer } = await this.post('/api/enter', { token: own, label: 'A program', program: true });
      takers[name as keyof typeof people] = new Taker(this.url, this.session, { bearer });
    }
    await this.must({ type: 'protocol.propose', protocol: {
      disclosure: 'confidentialUnlessReleased', caucusNotice: 'now', existencePublic: false, languages: ['en'], retentionDays: 3650, receipts: false,
      clearance: 'everyPartyAndMediator' } });
    for (const taker of Object.values(takers)) {
      await taker.connect(HttpTransportType.WebSockets);
      await taker.hello();
      await must(taker, { type: 'undertaking.give', text: '2026-1' });
    }
    await must(takers.mediator, { type: 'person.admit', people: [people.ana, people.berta] });
    for (const head of [takers.ana, takers.berta]) await must(head, { type: 'protocol.accept', number: 1 });
    await must(takers.mediator, { type: 'phase.change', to: 'open' });
    return takers;
  }

  async post(path: string, body: object): Promise<any> {
    const response = await fetch(this.url + path, {
      method: 'POST', headers: { 'Content-Type': 'application/json', Cookie: this.#cookie }, body: JSON.stringify(body),
    });
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    if (cookies.length > 0) this.#cookie = [this.#cookie, ...cookies].filter(Boolean).join('; ');
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  }

  private async person(name: string, role: string, party?: string): Promise<string> {
    const person = newId();
    await this.must({ type: 'person.register', person, name, role, ...(party ? { party } : {}) });
    return person;
  }

  private must = (command: object) => must(this.secretary, command);
}

export async function must(taker: Taker, command: object): Promise<any> {
  const reply = await taker.do(command);
  if (!reply.ok) throw new Error(`${JSON.stringify(command)}: ${JSON.stringify(reply.refusal)}`);
  return reply['answer'];
}
