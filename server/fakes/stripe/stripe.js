// The stand-in's script: the few functions of Stripe.js that pay a Checkout Session within the shop's page, as documented at
// docs.stripe.com/js/custom_checkout. The card's fields are in a frame of the stand-in's own, which the shop's page cannot read.
(() => {
  const home = new URL(document.currentScript.src).origin;
  const LOOK = {
    colorBackground: "--paper",
    colorText: "--ink",
    colorPrimary: "--go",
    colorDanger: "--no",
  };

  function lookOf(appearance) {
    const wanted = Object.entries((appearance && appearance.variables) || {});
    return Object.fromEntries(
      wanted.filter(([name]) => LOOK[name]).map(([name, value]) => [LOOK[name], value]),
    );
  }

  function paymentElement(address, state) {
    const handlers = {};
    const tell = (name, event) => {
      for (const handler of handlers[name] || []) handler({ elementType: "payment", ...event });
    };
    let frame = null;
    const element = {
      on(name, handler) {
        handlers[name] = [...(handlers[name] || []), handler];
        return element;
      },
      mount(target) {
        const place = typeof target === "string" ? document.querySelector(target) : target;
        if (!place) throw new Error("There is no such place to mount to.");
        frame = document.createElement("iframe");
        frame.title = "Secure payment input frame";
        frame.allow = "payment *";
        frame.style.cssText = "width:100%;border:0;height:20rem";
        frame.src = address;
        frame.onload = () => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => {
            if (data.kind === "ready") {
              port1.postMessage({ look: lookOf(state.appearance) });
              tell("ready", {});
            }
            if (data.kind === "height") frame.style.height = `${data.height}px`;
            if (data.kind === "loaderror")
              tell("loaderror", { error: { message: "This session is not open." } });
            if (data.kind === "result" && state.answered) state.answered(data.answer);
          };
          state.port = port1;
          frame.contentWindow.postMessage("stand-in", home, [port2]);
        };
        place.replaceChildren(frame);
      },
      unmount() {
        if (frame) frame.remove();
        frame = null;
        state.port = null;
      },
      destroy() {
        element.unmount();
      },
    };
    return element;
  }

  function initCheckoutElementsSdk({ clientSecret, elementsOptions = {} }, key) {
    const state = { appearance: elementsOptions.appearance, port: null, answered: null };
    const secret = Promise.resolve(clientSecret);
    const query = (value) => new URLSearchParams({ secret: value, key });
    const path = (value) => `${home}/c/element/${value.split("_secret_")[0]}`;
    let session = null;
    const actions = {
      getSession: () => session,
      confirm: () =>
        new Promise((resolve) => {
          if (!state.port) throw new Error("Mount the Payment Element first.");
          if (state.answered) throw new Error("confirm() is under way already.");
          state.answered = (answer) => {
            state.answered = null;
            resolve(answer.error ? { type: "error", error: answer.error } : { type: "success", session });
          };
          state.port.postMessage({ kind: "confirm" });
        }),
    };
    return {
      on() {},
      changeAppearance(appearance) {
        state.appearance = appearance;
        if (state.port) state.port.postMessage({ look: lookOf(appearance) });
      },
      async loadActions() {
        const value = await secret;
        session = await (await fetch(`${path(value)}/session?${query(value)}`)).json();
        return session.error ? { type: "error", error: session.error } : { type: "success", actions };
      },
      createPaymentElement() {
        if (typeof clientSecret !== "string") throw new Error("The stand-in takes a secret and no promise.");
        return paymentElement(`${path(clientSecret)}?${query(clientSecret)}`, state);
      },
    };
  }

  window.Stripe = (key) => {
    if (!/^pk_/.test(key)) throw new Error("Invalid value for Stripe(): apiKey should be a publishable key.");
    return { initCheckoutElementsSdk: (options) => initCheckoutElementsSdk(options, key) };
  };
})();
