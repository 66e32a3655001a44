// In this order: later sheets may rely on earlier ones.
import './theme/tokens.css';
import './theme/base.css';
import './theme/controls.css';
import './theme/overlays.css';
import './app/frame.css';
import './app/page.css';
import './people/people.css';
import './talk/talk.css';
import './room/room.css';
import './room/room-page.css';
import './deadline/deadline.css';
import './delegation/delegation.css';
import './protocol/protocol.css';
import './floor/floor.css';
import './secretariat/secretariat.css';
