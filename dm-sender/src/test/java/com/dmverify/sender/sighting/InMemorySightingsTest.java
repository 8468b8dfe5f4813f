package com.dmverify.sender.sighting;

class InMemorySightingsTest extends SightingsContract {

    private final Sightings sightings = new InMemorySightings();

    @Override
    Sightings sightings() {
        return sightings;
    }
}
