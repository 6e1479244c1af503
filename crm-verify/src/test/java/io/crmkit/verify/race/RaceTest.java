package io.crmkit.verify.race;

import io.crmkit.storage.memory.MemoryStorage;

class RaceTest extends RaceRules {
    @Override
    RaceDesk desk() {
        return new RaceDesk(MemoryStorage.create(), new Schedule());
    }

    @Override
    int switched() {
        return 100;
    }

    @Override
    int switchedAnywhere() {
        return 20;
    }
}
