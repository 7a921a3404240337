namespace Memti.Training.Codes;

/// <summary>Codes on the way from a request to weight images.</summary>
public static class WeightCodes
{
    /// <summary>A request for weight images that does not fit its scenario, or itself.</summary>
    public const string RequestDoesNotFit = "MEMTI7101";

    /// <summary>An input that was changed while weights were made of it.</summary>
    public const string InputChanged = "MEMTI7102";

    /// <summary>A stage whose input from the previous stage is missing or belongs to something else.</summary>
    public const string StageMissing = "MEMTI7103";

    /// <summary>A budget that the weights or the simulated deployment do not keep to.</summary>
    public const string BudgetExceeded = "MEMTI7104";

    /// <summary>Weights that shall not be trained and that are not there; a message.</summary>
    public const string WithoutWeights = "MEMTI7106";

    /// <summary>A task whose accuracy is no better than a guess; a warning.</summary>
    public const string NoBetterThanChance = "MEMTI7107";
}
