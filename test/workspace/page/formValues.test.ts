import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/workspace/api.ts';
import { collectValues, findComplaints } from '../../../src/workspace/page/modal/formValues.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string) => ({ text: plain(value.toUpperCase()), value });
const input = (block_id: string, element: object, rest: object = {}): Block => ({
  type: 'input',
  block_id,
  label: plain(block_id),
  element: { action_id: 'v', ...element },
  ...rest,
});

describe('the values of a form', () => {
  it("are Slack's value objects, of touched and untouched elements alike", () => {
    const blocks = [
      input('note', { type: 'plain_text_input', initial_value: 'as it was' }),
      input('amount', { type: 'number_input', is_decimal_allowed: true }),
      input('day', { type: 'datepicker' }),
      input('who', { type: 'users_select' }),
      input('how', { type: 'static_select', options: [option('a'), option('b')] }),
      input('all', {
        type: 'checkboxes',
        options: [option('a'), option('b')],
        initial_options: [option('b')],
      }),
    ];
    expect(collectValues(blocks, { 'amount/v': '12.50', 'how/v': 'b', 'day/v': '' })).toEqual({
      note: { v: { type: 'plain_text_input', value: 'as it was' } },
      amount: { v: { type: 'number_input', value: '12.50' } },
      day: { v: { type: 'datepicker', selected_date: null } },
      who: { v: { type: 'users_select', selected_user: null } },
      how: { v: { type: 'static_select', selected_option: option('b') } },
      all: { v: { type: 'checkboxes', selected_options: [option('b')] } },
    });
  });

  it('include the elements of sections and actions, but no buttons', () => {
    const select = { type: 'static_select', action_id: 's', options: [option('a')] };
    const blocks: readonly Block[] = [
      { type: 'section', block_id: 'one', text: plain('x'), accessory: select },
      {
        type: 'actions',
        block_id: 'two',
        elements: [{ type: 'button', action_id: 'b', text: plain('x') }, select],
      },
    ];
    const value = { s: { type: 'static_select', selected_option: null } };
    expect(collectValues(blocks, {})).toEqual({ one: value, two: value });
  });
});

describe('a form is not sent', () => {
  const complaintAbout = (element: object, picked: string | readonly string[], rest?: object) =>
    findComplaints([input('it', element, rest)], { 'it/v': picked })['it'];

  it('while a required field is empty, and is while an optional one is', () => {
    expect(complaintAbout({ type: 'plain_text_input' }, '')).toBe('Please complete this required field.');
    expect(complaintAbout({ type: 'checkboxes', options: [] }, [])).toBe(
      'Please complete this required field.',
    );
    expect(complaintAbout({ type: 'plain_text_input' }, '', { optional: true })).toBeUndefined();
  });

  it('with a text of the wrong length', () => {
    const element = { type: 'plain_text_input', min_length: 3, max_length: 5 };
    expect(complaintAbout(element, 'ab')).toContain('At least 3');
    expect(complaintAbout(element, 'abcdef')).toContain('At most 5');
    expect(complaintAbout(element, 'abc')).toBeUndefined();
  });

  it.each([
    ['1,50', true, 'Enter a number, such as 12.5.'],
    ['1.5', false, 'Enter a whole number.'],
    ['0', true, 'Not below 0.01, please.'],
    ['101', true, 'Not above 100, please.'],
    ['99.99', true, undefined],
  ])('with the number %s (decimals: %s): %s', (typed, is_decimal_allowed, complaint) => {
    const element = { type: 'number_input', is_decimal_allowed, min_value: '0.01', max_value: '100' };
    expect(complaintAbout(element, typed)).toBe(complaint);
  });

  it('with more choices than allowed', () => {
    const element = {
      type: 'multi_static_select',
      options: [option('a'), option('b')],
      max_selected_items: 1,
    };
    expect(complaintAbout(element, ['a', 'b'])).toContain('At most 1');
  });
});
