import type { LockedWording } from './wording.ts';

const heldBack = {
  service: 'El acceso al servicio está suspendido por el momento',
  order: 'Los nuevos pedidos están en espera por el momento',
  credit: 'Los nuevos pedidos son posibles con pago por adelantado por el momento',
} as const;

const staysAsIs = {
  service: 'su acceso siga abierto',
  order: 'sus pedidos continúen sin interrupción',
  credit: 'pueda seguir pidiendo con pago posterior',
} as const;

const from = {
  service: 'el acceso quedará suspendido',
  order: 'los nuevos pedidos quedarán en espera',
  credit: 'los nuevos pedidos serán con pago por adelantado',
} as const;

export const lockedSpanish: LockedWording = {
  title: {
    service: 'El acceso está suspendido',
    order: 'Los nuevos pedidos están en espera',
    credit: 'Nuevos pedidos con pago por adelantado',
  },
  because: (held, s) =>
    `${heldBack[held]}, porque todavía no nos ha llegado un pago: ${s.sum} por ${s.count === 1 ? 'la factura' : 'las facturas'} ${s.numbers}, con vencimiento desde el ${s.since}. Nuestros libros incluyen los pagos recibidos hasta el ${s.asOf}.`,
  oversight: 'Probablemente se trate de un descuido, y se resuelve enseguida.',
  ends: (held, byPromise) => {
    const back = held === 'service' ? 'El acceso se restablece' : 'Todo vuelve a ser como antes';
    return byPromise
      ? `${back} en cuanto el pago esté registrado. Si es urgente, indíquenos el día en que pagará y lo abriremos de inmediato.`
      : `${back} en cuanto el pago esté registrado.`;
  },
  promiseAgainFrom: (day) =>
    `La apertura a cambio de una fecha de pago vuelve a ser posible desde el ${day}.`,
  manager: (name) => `Su persona de contacto con nosotros: ${name}.`,
  questions: (replyTo) => `Puede ponerse en contacto con nosotros en ${replyTo}.`,
  written: (count, places) =>
    `Le escribimos sobre esto ${places}. Si ${count === 1 ? 'el mensaje no le llegó' : 'los mensajes no le llegaron'}, le rogamos que mire también en la carpeta de correo no deseado.`,
  place: (day, to) => `el ${day} a ${to}`,
  paid: 'Si ya ha pagado, muchas gracias: le rogamos que nos lo diga y lo comprobaremos enseguida.',
  warning: (held, day) =>
    `Para que ${staysAsIs[held]}, el pago debería llegarnos antes del ${day}. A partir de ese día ${from[held]} hasta que llegue.`,
};
