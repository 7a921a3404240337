namespace Memti.Plugins.ImcCluster.Memories;

/// <summary>Whose statistics conductances follow.</summary>
public enum CrossbarStatistics
{
    /// <summary>The HERMES core, with one or two devices for each polarity: programming, drift and reads.</summary>
    Hermes,

    /// <summary>Single devices of Nandakumar et al. 2019: programming, drift and reads.</summary>
    Nandakumar,

    /// <summary>Single devices with the standard deviation that <c>sigma</c> and its companions state: programming alone.</summary>
    Stated,
}
