namespace Memti.Runs.Profiles;

/// <summary>A function in one chain of callers: what was spent in it, without its callees.</summary>
/// <param name="name">Its name.</param>
/// <param name="caller">What it is called from; null for the root.</param>
internal sealed class ProfileNode(string name, ProfileNode? caller)
{
    private readonly Dictionary<string, ProfileNode> _callees = new(StringComparer.Ordinal);

    /// <summary>The chain of callers and its own name, separated by semicolons.</summary>
    public string Path => caller is null or { IsRoot: true } ? name : $"{caller.Path};{name}";

    /// <summary>Time in picoseconds.</summary>
    public Int128 Picoseconds { get; set; }

    /// <summary>Energy in J.</summary>
    public double Joules { get; set; }

    /// <summary>The node itself and all that is called from it.</summary>
    public IEnumerable<ProfileNode> All => _callees.Values.SelectMany(static callee => callee.All).Prepend(this);

    private bool IsRoot => caller is null;

    /// <summary>A function that is called from this one.</summary>
    public ProfileNode Callee(string callee)
    {
        if (_callees.TryGetValue(callee, out ProfileNode? node))
            return node;
        node = new ProfileNode(callee, this);
        _callees.Add(callee, node);
        return node;
    }
}
