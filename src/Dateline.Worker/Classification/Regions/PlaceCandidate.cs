namespace Dateline.Worker.Classification.Regions;

/// <summary>Words of a text that may name a place, with what they may mean; <paramref name="Settled"/>: the text itself said which (Paris, Texas).</summary>
internal readonly record struct PlaceCandidate(int From, int To, PlaceSense[] Senses, bool Settled)
{
    public PlaceSense Strongest
    {
        get
        {
            var best = Senses[0];
            foreach (var sense in Senses)
            {
                if (sense.Weight > best.Weight)
                    best = sense;
            }

            return best;
        }
    }
}
