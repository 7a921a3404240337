namespace Memti.Training.Fluctuation;

/// <summary>A technique against fluctuating reads: which switches of the recipe it sets.</summary>
/// <param name="Name">How files and tables name it.</param>
/// <param name="Trains">A: reads fluctuate in training.</param>
/// <param name="SavesEnergy">B: the energy of reads is part of the loss, and each layer has a trained read level.</param>
/// <param name="Decomposes">C: inputs are read bit by bit.</param>
public sealed record FluctuationTechnique(string Name, bool Trains, bool SavesEnergy, bool Decomposes)
{
    /// <summary>A network that knows nothing of fluctuation, read directly.</summary>
    public static FluctuationTechnique Plain { get; } = new("plain", false, false, false);

    /// <summary>All techniques. Energy without noise would take read levels to their lower end: B needs A.</summary>
    public static IReadOnlyList<FluctuationTechnique> All { get; } =
    [
        Plain,
        new("C", false, false, true),
        new("A", true, false, false),
        new("A+C", true, false, true),
        new("A+B", true, true, false),
        new("A+B+C", true, true, true),
    ];

    /// <summary>Name of the weights: techniques without A share those of a plain network, because C alone trains nothing.</summary>
    public string Weights => Trains ? Name : Plain.Name;
}
