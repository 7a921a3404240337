using System.Globalization;
using System.Runtime.CompilerServices;
using Memti.Abstractions.Memories;
using Memti.Plugins.Catalog;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Laws;

/// <summary>Nothing of a plugin stays when it has been used and unloaded.</summary>
internal sealed class UnloadsLaw : IMemoryLaw
{
    private const int MostTries = 40;

    public string Name => "unloads";

    public string Statement =>
        "After it was loaded, sized and unloaded, the plugin's assembly is gone within 40 collections: no thread, timer, static event "
            + "or handle of its own keeps it. What .NET itself remembers of its types does not count.";

    public LawFinding Check(MemorySubject subject)
    {
        if (LoadAndUse(subject) is not { } used)
            return LawFinding.NotApplicable("it has no assembly of its own");
        if (IsGone(used.Assembly))
            return LawFinding.Pass("gone after it was unloaded");
        FrameworkCaches.Empty();
        if (IsGone(used.Assembly))
            return LawFinding.Pass("gone after it was unloaded and System.Text.Json had dropped what it remembered of its types");
        if (FrameworkCaches.KeeperUsedBy(used.File) is { } keeper)
            return LawFinding.NotApplicable(
                $"it uses {keeper}, which .NET lets remember types for ever; whether something of its own keeps it, too, cannot be seen");
        return LawFinding.Fail(
            string.Create(
                CultureInfo.InvariantCulture,
                $"its assembly is still there after {MostTries} collections; look for threads, timers, static events of the host, "
                    + $"pinned handles"));
    }

    // Apart, so that no register or stack slot of the caller refers to the plugin.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Used? LoadAndUse(MemorySubject subject)
    {
        using PluginCatalog catalog = subject.LoadAnew();
        return subject.Call(catalog, "Size", registration =>
        {
            IMemoryModel model = MemorySubject.Make(registration, CapacityLadder.Trials[0]);
            subject.Ask(model, CapacityLadder.Trials[0]);
            // A plugin may offer a model of the contract with options of its own.
            return new[] { model.GetType().Assembly, registration.OptionsType.Assembly }.FirstOrDefault(
                static assembly => assembly.IsCollectible) is { } own
                ? new Used(new WeakReference(own), own.Location)
                : null;
        });
    }

    // What other threads still hold, the compiler's among them, they let go after a while.
    private static bool IsGone(WeakReference assembly)
    {
        for (int tries = 0; assembly.IsAlive && tries < MostTries; tries++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Thread.Sleep(Math.Min(tries, 25));
        }

        return !assembly.IsAlive;
    }

    private sealed record Used(WeakReference Assembly, string File);
}
