import { chatContract } from '../contract.ts';
import { slackStage } from './stage.ts';

chatContract('Slack', slackStage);
