/** Nothing is said of a device's first days of traffic: they are what it is compared with. */
export const LEARNING_DAYS = 21;
/** That it stopped can be told earlier. */
export const SILENCE_LEARNING_DAYS = 10;
/** How long the pauses of a device are that talks only now and then takes longer to learn. */
export const PAUSE_LEARNING_DAYS = 28;
