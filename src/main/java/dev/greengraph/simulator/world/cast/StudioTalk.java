package dev.greengraph.simulator.world.cast;

/** What is said around a dance studio, in the notation of {@link Line}. Without edits: MAX reports none so far. */
public final class StudioTalk {

    private static final String PERSONAL = """
            < Здравствуйте! Есть ли места на вечернюю группу?
            > Здравствуйте! Да, вторник и четверг в 19:30
            < А пробное занятие сколько стоит?
            > Первое занятие бесплатно, приходите в удобной одежде
            < Отлично, тогда до вторника

            < Hi, I left my water bottle in hall two
            > Hi! A green one? It stands at the reception
            < [image] This one
            > Yes, that's it
            < Thanks, I'll fetch it tomorrow

            > Напоминаем: абонемент заканчивается в пятницу
            < Продлите, пожалуйста, на месяц
            > Готово. Чек отправили на почту
            < Спасибо!

            < Which song was that at the end of the class?
            > [voice]
            < Found it, thank you
            > There is a playlist, I'll send it to the group

            < Можно арендовать зал на воскресенье?
            > С 10 до 14 свободно, 900 за час
            < [file план репетиции.pdf] Нам нужно примерно так
            > Подходит, забронировала с 10 до 13
            < Супер

            < I'm stuck in traffic, ten minutes late
            > No worries, we are still warming up
            """;

    private static final String GROUP = """
            > Завтра начинаем на полчаса раньше
            < Хорошо
            < А зал тот же?
            > Да, второй

            > [video] The second eight, slowly
            < Finally I see the turn!
            < Повторим в четверг?
            > Обязательно

            < Кто едет на фестиваль?
            < Я!
            < Me too
            > Автобус в 8:00 от студии
            < [image] Афиша

            > [file costumes.pdf] The costumes, final version
            < Love the sleeves
            < Когда примерка?
            > В среду после занятия
            """;

    private StudioTalk() {}

    public static Talk talk() {
        return Talk.of(PERSONAL, GROUP);
    }
}
