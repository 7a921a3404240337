namespace Memti.Training.Codes;

/// <summary>Codes of training runs.</summary>
public static class TrainingCodes
{
    /// <summary>A model that cannot be trained.</summary>
    public const string NotTrainable = "MEMTI8301";

    /// <summary>A loss that is no number any more.</summary>
    public const string LossNotFinite = "MEMTI8302";

    /// <summary>A memory whose faults were asked for and that has none to offer.</summary>
    public const string NoFaults = "MEMTI8304";

    /// <summary>A record of finished work that cannot be read, so that the work is done again; a warning.</summary>
    public const string RecordUnreadable = "MEMTI8305";

    /// <summary>A model that does not give its network as a graph.</summary>
    public const string NoGraph = "MEMTI8306";

    /// <summary>A trainer that cannot compute with fluctuating reads.</summary>
    public const string NoFluctuation = "MEMTI8307";
}
