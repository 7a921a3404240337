namespace Memti.Plugins.Torch.Execution;

/// <summary>A unit while a program is planned, with the names of what it reads and computes.</summary>
internal sealed class PlannedUnit(IUnit unit, IReadOnlyList<string> inputs, string output)
{
    public IUnit Unit => unit;

    public IReadOnlyList<string> Inputs => inputs;

    /// <summary>Name of the value that it computes; that of what was taken into it last.</summary>
    public string Output { get; set; } = output;
}
