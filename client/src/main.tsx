import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import './styles';
import { apply, chosenTheme } from './theme/theme';

apply(chosenTheme());
const place = document.getElementById('app');
if (place) createRoot(place).render(<App />);
