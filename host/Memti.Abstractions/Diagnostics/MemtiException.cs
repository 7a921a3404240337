namespace Memti.Abstractions.Diagnostics;

/// <summary>An exception that carries a finding from a plugin to the host, or from the host to its caller.</summary>
public sealed class MemtiException : Exception
{
    /// <summary>Creates an exception from a finding.</summary>
    public MemtiException(Diagnostic diagnostic, Exception? inner = null)
        : base((diagnostic ?? throw new ArgumentNullException(nameof(diagnostic))).ToString(), inner) => Diagnostic = diagnostic;

    /// <summary>Creates an exception from a code and a message, without a place.</summary>
    public MemtiException(string code, string message, Exception? inner = null)
        : this(new Diagnostic(code, message), inner)
    {
    }

    /// <summary>The finding.</summary>
    public Diagnostic Diagnostic { get; }
}
