namespace Memti.Runs.Tests.Debugging;

/// <summary>A test with the GNU debugger; skipped where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GdbFactAttribute : FactAttribute
{
    public GdbFactAttribute() => Skip = Gdb.IsThere ? null : $"'{Gdb.Name}' is not installed (apt-get install {Gdb.Name})";
}
