namespace Memti.Plugins.Guarding;

/// <summary>A plugin gave null where its contract has none. The guard turns it into a finding that names the plugin.</summary>
public sealed class NullAnswerException : Exception
{
    /// <summary>Describes what is missing.</summary>
    /// <param name="member">The member that gave it; null for the one that is called.</param>
    /// <param name="what">What it gave: <c>null</c>, or <c>null for Layers[2].Name</c>.</param>
    public NullAnswerException(string? member, string what)
        : base(what) =>
        Member = member;

    /// <summary>The member that gave it; null for the one that is called.</summary>
    public string? Member { get; }
}
