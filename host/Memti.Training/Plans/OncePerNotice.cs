using Memti.Abstractions.Diagnostics;

namespace Memti.Training.Plans;

/// <summary>Passes each notice on once: a run loads the same weight file for every training and evaluation.</summary>
/// <param name="tell">Receives the notices.</param>
public sealed class OncePerNotice(Action<Diagnostic>? tell)
{
    private readonly HashSet<Diagnostic> _told = [];

    /// <summary>Passes a notice on unless an equal one was passed on before.</summary>
    public void Tell(Diagnostic notice)
    {
        if (_told.Add(notice))
            tell?.Invoke(notice);
    }
}
