using System.Collections.Generic;

namespace Memti.TestPlugins;

/// <summary>Who came; there is one such list when the type is shared.</summary>
public static class Guests
{
    private static readonly List<IGuest> Present = [];

    public static IEnumerable<string> Names => Present.ConvertAll(static guest => guest.Name);

    public static void Welcome(IGuest guest) => Present.Add(guest);
}
