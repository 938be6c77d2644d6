package dev.greengraph.simulator.world.cast;

/** What is said around a small pottery shop, in the notation of {@link Line}. */
public final class ShopTalk {

    private static final String PERSONAL = """
            < Hi! Is the blue mug still in stock?
            > Hi! Yes, three left. Shall I put one aside for you?
            < [image] This one, right?
            > [re] Exactly that one, 350 ml
            < Great, I'll take two then
            > Done. Order 1042, pickup from tomorrow noon
            < [react] 👍

            < Здравствуйте! Делаете тарелки на заказ?
            > Здравствуйте! Да, от шести штук. Какой диаметр нужен?
            < 24 см, матовая глазурь
            > [file Смета 24 см.pdf] Смета, срок три недели
            < Отлично, беру
            > [re] Записала. Предоплата половина, остальное при получении
            < [sticker]

            < My parcel arrived, but one bowl has a crack 😕
            < [image] Here, on the rim
            > Oh no, I'm sorry! We will send another one today
            < That's kind, thank you
            > [link Parcel service|Follow your parcel] The new one: https://parcels.example/77120
            < [react] ❤️

            > Good afternoon! Your order is ready for pickup
            < [edit Wonderful, I'll come at six] Wonderful, I'll come at five
            > See you then. We close at seven
            < How do I find you?
            > [place Glina & Co|12 Sample Street, Demograd|51.128|71]
            < Спасибо, нашла на карте

            < Do you ship abroad?
            > We do, two boxes at most per parcel
            < [voice]
            > Understood, I'll ask the courier about Saturday
            > [person Courier Sam|70000001010]
            < Perfect

            < Доброе утро! А мастер-класс в субботу будет?
            > Доброе утро! Да, в 12:00, осталось два места
            < Запишите меня с дочкой, пожалуйста
            > [edit Записала вас двоих, ждём в 11:50] Записала вас, ждём в 11:50
            < [react] 🔥
            > Фартуки у нас есть, ничего брать не нужно

            < Can I get an invoice for the last order?
            > [file invoice 1039.pdf] Here it is
            < The company name is misspelled...
            > [delete] Let me check with the accountant
            > [file invoice 1039 corrected.pdf] Corrected, sorry about that
            < All good now, thanks

            > [video] New glaze, straight out of the kiln
            < Wow. What's it called?
            > Working title: Sea at Dusk
            < I want that on a teapot
            > [re] Teapots come in May, I'll let you know

            < [file order list.xlsx] Our list for the next month
            > Got it. The 40 espresso cups need an extra week
            < An extra week is fine
            > Then delivery on the 14th
            < Договорились

            < Ещё открыты?
            > До семи, заходите
            < Бегу

            < Is this glaze safe for the dishwasher?
            > All our stoneware is, the gold rims are not
            < Good to know
            > [link Care guide|How to look after stoneware] The whole story: https://shop.example/care
            """;

    private static final String GROUP = """
            < Who takes the market stall on Sunday?
            < I can do the morning
            > Then I take the afternoon
            < [react] 👍

            < Коробки закончились, осталось штук десять
            > Заказала сто, привезут завтра
            < [sticker]
            < Супер

            > [image] The window display, opinions?
            < More blue!
            < [re] The vases could stand further left
            > [video] Better?
            < Much better

            < The kiln shows error 7 again
            > Switch it off, wait ten minutes, close the door firmly
            < [voice]
            < It works now
            > [react] 🎉

            < Reminder: stocktaking on Thursday after closing
            < Буду
            < [edit I'll be twenty minutes late] I'll be ten minutes late
            > Pizza is on the house

            < [file shifts.pdf] The shifts for next week
            > Thank you!
            < Можно поменяться со мной во вторник?
            < [re] Давай, мне удобно
            """;

    private ShopTalk() {}

    public static Talk talk() {
        return Talk.of(PERSONAL, GROUP);
    }
}
