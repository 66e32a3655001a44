import { Taker, newId } from './taker';
import { HttpTransportType } from '@microsoft/signalr';

/** A session prepared by HTTP and hub alone, as PROTOCOL.md has it. */
export class House {
  #cookie = '';
  session = '';
  secretary!: Taker;
  readonly parties: string[] = [];

  constructor(readonly url: string) {}

  async prepare(token: string, reference = 'M-7'): Promise<Record<'mediator' | 'ana' | 'berta', Taker>> {
    const [mediator, ana, berta] = await this.open(token, reference, { Aland: 'Ana', Borduria: 'Berta' });
    return { mediator: mediator!, ana: ana!, berta: berta! };
  }

  /** A session of these parties, each with a head, and a mediator; open, with the programs of the mediator and of the heads in it. */
  async open(token: string, reference: string, heads: Readonly<Record<string, string>>): Promise<Taker[]> {
    await this.post('/api/house/enter', { token });
    const made = await this.post('/api/house/sessions', { reference, title: 'Waters', kind: 'betweenStates', languages: ['en'] });
    this.session = made.session;
    this.secretary = new Taker(this.url, this.session, { cookie: this.#cookie });
    await this.secretary.connect(HttpTransportType.WebSockets);
    await this.secretary.hello();
    const people = [await this.person('Mara', 'mediator')];
    for (const [name, head] of Object.entries(heads)) {
      const party = newId();
      this.parties.push(party);
      await this.must({ type: 'party.add', party, name });
      people.push(await this.person(head, 'head', party));
      await this.must({ type: 'credentials.record', person: people.at(-1), authorities: ['appoint', 'accept'] });
    }
    const takers = [];
    for (const person of people) {
      const { bearer } = await this.post('/api/enter', { token: await this.link(person), label: 'A program', program: true });
      takers.push(new Taker(this.url, this.session, { bearer }));
    }
    await this.must({ type: 'protocol.propose', protocol: {
      disclosure: 'confidentialUnlessReleased', caucusNotice: 'now', existencePublic: false, languages: ['en'], retentionDays: 3650, receipts: false,
      clearance: 'everyPartyAndMediator' } });
    for (const taker of takers) {
      await taker.connect(HttpTransportType.WebSockets);
      await taker.hello();
      await must(taker, { type: 'undertaking.give', text: '2026-1' });
    }
    const [mediator, ...others] = takers;
    await must(mediator!, { type: 'person.admit', people: people.slice(1) });
    for (const head of others) await must(head, { type: 'protocol.accept', number: 1 });
    await must(mediator!, { type: 'phase.change', to: 'open' });
    return takers;
  }

  /** What a person comes in with, once. */
  async link(person: string): Promise<string> {
    return (await this.post(`/api/sessions/${this.session}/people/${person}/invitation`, {})).token;
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

  async person(name: string, role: string, party?: string): Promise<string> {
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
