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
            + "or handle of its own keeps it.";

    public LawFinding Check(MemorySubject subject)
    {
        if (LoadAndUse(subject) is not { } assembly)
            return LawFinding.NotApplicable("it has no assembly of its own");
        int tries = 0;
        for (; assembly.IsAlive && tries < MostTries; tries++)
            Collect(tries);
        return assembly.IsAlive
            ? LawFinding.Fail(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"its assembly is still there after {tries} collections; look for threads, timers, static events of the host, "
                        + $"pinned handles"))
            : LawFinding.Pass("gone after it was unloaded");
    }

    // Apart, so that no register or stack slot of the caller refers to the plugin.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference? LoadAndUse(MemorySubject subject)
    {
        using PluginCatalog catalog = subject.LoadAnew();
        return subject.Call(catalog, "Size", registration =>
        {
            IMemoryModel model = MemorySubject.Make(registration, CapacityLadder.Trials[0]);
            subject.Ask(model, CapacityLadder.Trials[0]);
            // A plugin may offer a model of the contract with options of its own.
            return new[] { model.GetType().Assembly, registration.OptionsType.Assembly }.FirstOrDefault(
                static assembly => assembly.IsCollectible) is { } own
                ? new WeakReference(own)
                : null;
        });
    }

    // What other threads still hold, the compiler's among them, they let go after a while.
    private static void Collect(int tries)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Thread.Sleep(Math.Min(tries, 25));
    }
}
