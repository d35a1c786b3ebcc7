namespace Dateline.Worker.Classification.Training;

/// <summary>How the topic model is fitted. The defaults are what the development part of the labelled rows liked best.</summary>
internal sealed record TrainingOptions
{
    /// <summary>Words in the vocabulary at most; default 30,000.</summary>
    public int Words { get; init; } = 30_000;

    /// <summary>Rows that a word must stand in to be considered; default 3.</summary>
    public int MinimumRows { get; init; } = 3;

    /// <summary>Pairs of words in the vocabulary at most; default none.</summary>
    public int Pairs { get; init; }

    /// <summary>Rows that a pair must stand in; default 8.</summary>
    public int MinimumPairRows { get; init; } = 8;

    /// <summary>Inverse strength of the L2 penalty; default 4.</summary>
    public double Cost { get; init; } = 4;

    /// <summary>How far the classes are balanced: 0 not at all, 1 wholly; default .5.</summary>
    public double Balance { get; init; } = .5;

    /// <summary>Weight of a Wikipedia row with one label against a row labelled with all its topics; default .1.</summary>
    public float WikipediaTrust { get; init; } = .1f;

    /// <summary>Weight of a headline with one label; default .1.</summary>
    public float HeadlineTrust { get; init; } = .1f;

    /// <summary>Weight of a definition; default .5.</summary>
    public float DefinitionTrust { get; init; } = .5f;

    /// <summary>Weight of a longer text that is put together of labelled ones; default .5.</summary>
    public float LongTextTrust { get; init; } = .5f;

    /// <summary>Dimensions of the word vectors; default 200, 0 for none.</summary>
    public int Dimensions { get; init; } = 200;

    /// <summary>How far words that are alike share a weight; default .5.</summary>
    public float Sharing { get; init; } = .5f;

    /// <summary>Weight of what the teacher says of a text, beside any label it has; default .3.</summary>
    public float TeacherTrust { get; init; } = .3f;

    /// <summary>How far words that the teacher holds alike share a weight; default .3.</summary>
    public float TaughtSharing { get; init; } = .3f;

    /// <summary>Inverse strength of the penalty on the calibration's weights; default .01.</summary>
    public double CalibrationCost { get; init; } = .01;

    /// <summary>Parts of the labelled rows that take turns in being held out for calibration; default 3.</summary>
    public int Folds { get; init; } = 3;

    /// <summary>Topics fitted at a time; default 2. The result does not depend on it.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>The same for a small set: rarer words count, there are no word vectors, and the calibration's penalty grows less than the set shrinks.</summary>
    public TrainingOptions For(int rows) => this with
    {
        MinimumRows = rows < SmallSet ? 2 : MinimumRows,
        Dimensions = rows < SmallSet ? 0 : Dimensions,
        CalibrationCost = Math.Clamp(CalibrationCost * FullSet / rows, CalibrationCost, SmallSetCalibration),
    };

    /// <summary>With a teacher rarer words can be learned, and pairs of them, and the penalty is stronger, since there is more to learn from.</summary>
    public TrainingOptions Taught() => this with { Words = 45_000, Pairs = 40_000, MinimumRows = 2, Cost = 2 };

    private const int SmallSet = 2_000;

    /// <summary>A few dozen rows would otherwise settle three hundred calibration weights.</summary>
    private const double SmallSetCalibration = .15;

    /// <summary>Rows of the set that the defaults were chosen on.</summary>
    private const double FullSet = 8_700;
}
