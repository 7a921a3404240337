using Memti.Abstractions.Training;

namespace Memti.Training.Fluctuation;

/// <summary>What a study of fluctuating reads compares.</summary>
public sealed record FluctuationStudy
{
    /// <summary>Name of the cell; null for none, and then without energies in J.</summary>
    public string? Cell { get; init; }

    /// <summary>Amplitude of a read at level 1; null for that of the cell.</summary>
    public double? Amplitude { get; init; }

    /// <summary>Exponent of the amplitude over the read level; null for that of the cell, or 0.5.</summary>
    public double? Exponent { get; init; }

    /// <summary>Time in s between the reads of neighbouring bits, which with the cell's dwell time gives their correlation.</summary>
    public double BitStepSeconds { get; init; }

    /// <summary>Seeds of trainings.</summary>
    public required IReadOnlyList<int> Seeds { get; init; }

    /// <summary>Recipe of the digital networks that all techniques start from.</summary>
    public required TrainingRecipe Start { get; init; }

    /// <summary>Recipe of each technique after that.</summary>
    public required TrainingRecipe Recipe { get; init; }

    /// <summary>Magnitude bits of inputs.</summary>
    public required int InputBits { get; init; }

    /// <summary>Factors of the read levels at which networks are evaluated, rising.</summary>
    public required IReadOnlyList<double> ReadLevels { get; init; }

    /// <summary>Weight of the energy in the loss of B.</summary>
    public required double EnergyWeight { get; init; }

    /// <summary>Draws of reads in an evaluation.</summary>
    public required int Draws { get; init; }

    /// <summary>The techniques.</summary>
    public required IReadOnlyList<FluctuationTechnique> Techniques { get; init; }
}
