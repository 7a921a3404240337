namespace Memti.Abstractions.Diagnostics;

/// <summary>A finding that crosses a border as an exception: from a plugin to the host, or from the host to its caller.</summary>
public sealed class MemtiException : Exception
{
    /// <summary>Wraps a finding.</summary>
    public MemtiException(Diagnostic diagnostic, Exception? inner = null)
        : base((diagnostic ?? throw new ArgumentNullException(nameof(diagnostic))).ToString(), inner) => Diagnostic = diagnostic;

    /// <summary>Wraps a finding that is in no file.</summary>
    public MemtiException(string code, string message, Exception? inner = null)
        : this(new Diagnostic(code, message), inner)
    {
    }

    /// <summary>What is wrong, where, and what would be right.</summary>
    public Diagnostic Diagnostic { get; }
}
