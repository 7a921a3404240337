namespace Memti.Plugins.Trials;

/// <summary>What became of a law.</summary>
public enum LawVerdict
{
    /// <summary>It holds wherever it was tried.</summary>
    Pass,

    /// <summary>It was seen broken, or could not be tried because the plugin failed.</summary>
    Fail,

    /// <summary>The memory has nothing that the law is about.</summary>
    NotApplicable,
}
