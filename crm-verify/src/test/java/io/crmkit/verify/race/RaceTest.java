package io.crmkit.verify.race;

import io.crmkit.storage.memory.MemoryStorage;

class RaceTest extends RaceRules {
    @Override
    RaceDesk desk() {
        return new RaceDesk(MemoryStorage.create(), new Schedule());
    }

    @Override
    int switched() {
        return 60;
    }

    @Override
    int switchedAnywhere() {
        return 15;
    }
}
