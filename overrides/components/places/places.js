// Of folds with one name, the one that closes above may take what was tapped out of sight.
addEventListener("toggle", ({ target }) => target.name && target.open && target.scrollIntoView({ block: "nearest" }), true);
