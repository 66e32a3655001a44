import { createRoot } from 'react-dom/client';
import { LineContext } from '../src/line/context';
import '../src/messages';
import { SessionScreen } from '../src/session/SessionScreen';
import '../src/styles';
import { apply, type Theme } from '../src/theme/theme';
import * as campDavid from './fixtures/camp-david';
import { board, ours } from './fixtures/board';
import { Log } from './fixtures/log';
import { Stage } from './fixtures/stage';

// For looking at the screens without a server: /test/stage.html?scene=floor&theme=dark&dir=rtl on the development server. Never built.
const asked = new URLSearchParams(location.search);
apply((asked.get('theme') ?? 'light') as Theme);
if (asked.get('dir') === 'rtl') document.documentElement.dir = 'rtl';

const scenes: Record<string, () => Log> = {
  floor: campDavid.carter,
  room: campDavid.dayan,
  board,
  ours,
  secretariat: campDavid.secretariat,
  lobby: () => campDavid.self(new Log(), 'dayan', 'lobby'),
  undertaking: () => campDavid.self(new Log(), 'dayan', 'undertaking'),
};

const stage = new Stage((scenes[asked.get('scene') ?? 'floor'] ?? campDavid.carter)().events, campDavid.people('carter', 'begin', 'dayan', 'sadat', 'weizman', 'vance'));
stage.searchAnswer = (text) => ({
  ok: true, next: null,
  events: [...stage.log].reverse().filter(({ body }) => 'text' in body && typeof body.text === 'string' && body.text.toLowerCase().includes(text.toLowerCase())),
});
stage.answer = (command) =>
  command.type === 'arrange' && !command.confirm
    ? { ok: false, refusal: { code: 'needs_confirmation', sentence: 'This brings parties together.', retry: true, detail: { consequences: {
        rooms: [{ room: campDavid.floor[0]?.room ?? '', people: campDavid.people('carter', 'sadat', 'begin') }],
        meetings: [[campDavid.egypt, campDavid.israel]], takenOut: campDavid.people('begin'), firstTime: [], withoutInterpreter: [] } } } }
    : { ok: true, answer: null };
stage.previewAnswer = { ok: true, consequences: {
  rooms: [{ room: campDavid.floor[0]?.room ?? '', people: campDavid.people('vance', 'sadat', 'kamel', 'interp', 'begin', 'dayan') }],
  meetings: [[campDavid.egypt, campDavid.israel]], takenOut: campDavid.people('begin', 'dayan'), firstTime: [[campDavid.people('interp')[0] ?? '', campDavid.people('begin')[0] ?? '']], withoutInterpreter: [] } };
Object.assign(window, { stage });
const place = document.getElementById('app');
if (place) createRoot(place).render(<LineContext.Provider value={stage}><SessionScreen /></LineContext.Provider>);
